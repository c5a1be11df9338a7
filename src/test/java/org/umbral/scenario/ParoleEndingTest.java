package org.umbral.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.phone.screen.protocol.Protocol;
import org.umbral.phone.screen.words.Words;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.Item;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.PartialDate;
import org.umbral.shared.casefile.Value;
import org.umbral.testing.TestPhotos;

/** SC-11: Oksana's parole ends, and then a message says that it has ended. */
class ParoleEndingTest {
    private static final Pattern ADVICE =
            Pattern.compile("(?i)\\b(leave|depart|stay in|stay here|ignore|go to court|salga|quédese|ignore)\\b");

    @TempDir
    Path home;

    private Worker worker;

    @BeforeEach
    void atTheCommunityDay() throws Exception {
        worker = Worker.with(home, 111);
        worker.begin(HowKnown.FACE_TO_FACE);
        worker.gives("uk", "COLLECT_AND_STORE", "SHARE_WITH_CLINIC", "PHOTOGRAPH_DOCUMENTS");
        worker.answer("PER-02", "Oksana Fictional");
        worker.answer("CAS-03", "IN_US_WITH_PAROLE");
        worker.answer("PRG-01", "U4U");
        worker.answer("PRG-02", "UHP");
        worker.answer("PRG-03", date(2025, 1, 10));
    }

    @AfterEach
    void close() {
        worker.close();
    }

    private static Value date(int year, int month, int day) {
        return PartialDate.of(LocalDate.of(year, month, day)).toValue();
    }

    @Test
    @Step("SC-11.1")
    void threePapersArePhotographedAndClosetheGapsForThem() throws Exception {
        assertThat(worker.gaps()).contains("REP-02A");
        ItemId i94 = photographed("I_94", 1);
        ItemId permit = photographed("EAD", 2);
        ItemId passport = photographed("PASSPORT_PAGE", 3);
        assertThat(worker.gaps()).doesNotContain("REP-02A", "REP-06", "REP-06A", "REP-06B");

        Journal journal = worker.done();

        for (ItemId paper : List.of(i94, permit, passport)) {
            List<Item> pages = worker.model().catalogue().items(journal.file(), "page", paper);
            assertThat(pages).hasSize(1);
            assertThat(journal.picture(worker.phone, pages.get(0).id())).isNotEmpty();
            assertThat(journal.written(paper, "EVD-04").get(0).asChoices())
                    .containsExactly(worker.person().path());
        }
    }

    private ItemId photographed(String kind, long seed) throws Exception {
        ItemId paper = worker.another("evidence");
        worker.answer(paper, "EVD-02", kind);
        worker.answer(paper, "EVD-04", Value.choices(List.of(worker.person().path())));
        worker.answer(paper, "EVD-09", "ORIGINAL");
        worker.photograph(paper, TestPhotos.capture(TestPhotos.letter(300, 400, seed), 1));
        return paper;
    }

    @Test
    @Step("SC-11.assert.1")
    void anEarlierEndStandsBesideTheFirstOneEachWithItsEvidence() throws Exception {
        ItemId paper = photographed("I_94", 4);
        ItemId first = checked("PAPER_I94", date(2027, 1, 9), paper);
        worker.done();
        worker.open(worker.id());
        ItemId notice = photographed("TERMINATION_NOTICE", 5);
        ItemId second = checked("NOTICE", date(2026, 12, 9), notice);

        Journal journal = worker.done();

        assertThat(journal.entries()).hasSize(2);
        assertThat(journal.written(first, "PRG-04")).containsExactly(date(2027, 1, 9));
        assertThat(journal.written(second, "PRG-04")).containsExactly(date(2026, 12, 9));
        assertThat(journal.written(first, "PRG-04D")).containsExactly(Value.text(paper.path()));
        assertThat(journal.written(second, "PRG-04D")).containsExactly(Value.text(notice.path()));
        assertThat(worker.model().items("parolecheck", ItemId.CASE)).containsExactly(first, second);
    }

    private ItemId checked(String source, Value until, ItemId evidence) {
        ItemId check = worker.another("parolecheck");
        worker.answer(check, "PRG-04", until);
        worker.answer(check, "PRG-04A", source);
        worker.answer(check, "PRG-04D", evidence.path());
        return check;
    }

    @Test
    @Step("SC-11.assert.2")
    void ofATerminationThePersonIsToldOnlyThatALawyerShouldSeeIt() throws Exception {
        ItemId notice = worker.another("termination");
        worker.answer(notice, "PRG-07", date(2026, 11, 20));
        worker.answer(notice, "PRG-07A", "EMAIL");
        worker.answer(notice, "PRG-07C", "IN_7_DAYS");

        assertThat(worker.cards()).contains(Protocol.TERMINATION);
        for (String language : List.of("en", "es")) {
            Words words = Words.of(Locale.forLanguageTag(language), worker.phone.clock);
            for (String key : List.of("protocol.TERMINATION.title", "protocol.TERMINATION", "step.parole")) {
                assertThat(words.of(key)).doesNotContainPattern(ADVICE);
            }
        }
        assertThat(worker.done().written(notice, "PRG-07C")).containsExactly(Value.text("IN_7_DAYS"));
    }
}
