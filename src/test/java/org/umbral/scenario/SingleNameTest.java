package org.umbral.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.phone.screen.words.Language;
import org.umbral.phone.screen.words.Places;
import org.umbral.phone.screen.words.Places.Place;
import org.umbral.phone.screen.words.Words;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.MinorStatus;
import org.umbral.shared.casefile.PartialDate;
import org.umbral.shared.casefile.PartialDate.Calendar;
import org.umbral.shared.casefile.PartialDate.Precision;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.doubt.Doubt;
import org.umbral.shared.doubt.Doubts;

/** SC-03: Zalmai has one name, was born in 1369 of the Solar Hijri calendar, and has no passport. */
class SingleNameTest {
    private static final PartialDate YEAR_1369 = new PartialDate(Calendar.SOLAR_HIJRI, 1369, null, null, false, "1369");
    private static final PartialDate CARD =
            new PartialDate(Calendar.GREG, 1990, 1, 1, false, "1 January 1990 in UNHCR card");

    @TempDir
    Path home;

    private Worker worker;

    @BeforeEach
    void abroad() throws Exception {
        worker = Worker.with(home, 103);
        worker.begin(HowKnown.PHONE_CALL);
        worker.answer("CAP-11", "fa-AF");
        worker.gives("fa-AF", "COLLECT_AND_STORE", "SHARE_WITH_CLINIC", "PHOTOGRAPH_DOCUMENTS");
        worker.answer("CAS-03", "ABROAD_ELSEWHERE");
    }

    @AfterEach
    void close() {
        worker.close();
    }

    @Test
    @Step("SC-03.1")
    void oneNameIsKeptWholeInBothScriptsAndTheScreensTurnForDari() throws Exception {
        worker.answer("PER-02", "Zalmai");
        worker.answer("PER-03", "زلمی");
        assertThat(worker.isAsked(worker.person(), "PER-06")).isTrue();
        worker.answer("PER-04", "YES");
        assertThat(worker.isAsked(worker.person(), "PER-06")).isFalse();
        assertThat(worker.gaps()).doesNotContain("ALL-03");

        Journal journal = worker.done();

        assertThat(journal.written(worker.person(), "PER-02")).containsExactly(Value.text("Zalmai"));
        assertThat(journal.written(worker.person(), "PER-03")).containsExactly(Value.text("زلمی"));
        assertThat(journal.written(ItemId.CASE, "CAP-11")).containsExactly(Value.text("fa-AF"));
        assertThat(dari().isRightToLeft()).isTrue();
        assertThat(worker.words.isRightToLeft()).isFalse();
    }

    private Words dari() {
        return Words.of(Language.DARI.locale(), worker.phone.clock);
    }

    @Test
    @Step({"SC-03.2", "SC-03.assert.4"})
    void theYearStaysAYearOfItsOwnCalendarAndTheCardSaysAnotherDayBesideIt() throws Exception {
        worker.answer("PER-11", YEAR_1369.toValue());
        ItemId card = worker.another("document");
        worker.answer(card, "DOC-01", "UNHCR_CERT");
        worker.answer(card, "DOC-06", CARD.toValue());
        assertThat(YEAR_1369.precision()).isEqualTo(Precision.YEAR);
        assertThat(YEAR_1369.earliest()).contains(LocalDate.of(1990, 3, 21));
        assertThat(YEAR_1369.latest()).contains(LocalDate.of(1991, 3, 20));
        assertThat(worker.doubts(card, "DOC-06", CARD.toValue())).contains("JAN1", "DOC_DISAGREES");

        Journal journal = worker.done();

        Value born = journal.written(worker.person(), "PER-11").get(0);
        assertThat(born.json().path("calendar").asText()).isEqualTo("SOLAR_HIJRI");
        assertThat(born.json().path("year").asInt()).isEqualTo(1369);
        assertThat(born.json().has("month")).isFalse();
        assertThat(born.json().has("day")).isFalse();
        assertThat(born.json().path("spoken").asText()).isEqualTo("1369");
        assertThat(journal.written(card, "DOC-06")).containsExactly(CARD.toValue());
    }

    @Test
    @Step("SC-03.3")
    void whyThereIsNoPassportIsAskedAndClosesTheGapForAPaper() throws Exception {
        worker.answer("PER-02", "Zalmai");
        assertThat(worker.gaps()).contains("ALL-06");
        worker.answer("DOC-11", "CANNOT_APPLY_SAFELY");
        worker.answer("PER-16", "AFG");
        ItemId citizenship = worker.another("citizenship", worker.person());
        worker.answer(citizenship, "PER-18", "AFG");
        assertThat(worker.gaps()).doesNotContain("ALL-06", "ALL-05", "ALL-05A");

        Journal journal = worker.done();

        assertThat(journal.written(worker.person(), "DOC-11")).containsExactly(Value.text("CANNOT_APPLY_SAFELY"));
        assertThat(journal.written(citizenship, "PER-18")).containsExactly(Value.text("AFG"));
    }

    @Test
    @Step("SC-03.assert.1")
    void fnuIsNoGivenNameButANameThatAnOfficeUses() throws Exception {
        List<Doubt> doubts = Doubts.on(worker.words.today())
                .of(worker.model().catalogue().field("PER-06").orElseThrow(), Value.text("FNU"));
        assertThat(doubts).singleElement().satisfies(doubt -> {
            assertThat(doubt.code()).isEqualTo("NAME_PART");
            assertThat(doubt.refused()).isTrue();
        });

        ItemId other = worker.another("othername", worker.person());
        Value used = Value.text("FNU ZALMAI");
        assertThat(worker.doubts(other, "PER-09", used)).isEmpty();
        worker.answer(other, "PER-09", used);
        worker.answer(other, "PER-09A", "NAME_ICE_USES");

        Journal journal = worker.done();
        assertThat(journal.written(other, "PER-09")).containsExactly(used);
        assertThat(journal.written(other, "PER-09A")).containsExactly(Value.text("NAME_ICE_USES"));
    }

    @Test
    @Step("SC-03.assert.2")
    void dariIsNeverPrs() {
        assertThat(Language.of("prs")).isEmpty();
        assertThat(Words.of(Locale.forLanguageTag("prs"), worker.phone.clock).isRightToLeft())
                .isFalse();
        for (Language screens : Language.values()) {
            assertThat(screens.locale().toLanguageTag()).doesNotStartWith("prs");
            List<String> offered = Places.languages(Words.of(screens.locale(), worker.phone.clock), List.of()).stream()
                    .map(Place::code)
                    .toList();
            assertThat(offered).contains("fa-AF").doesNotContain("prs", "fa");
        }
    }

    @Test
    @Step("SC-03.assert.3")
    void theAgeIsReckonedFromTheFirstAndTheLastDayThatItMayBe() {
        LocalDate eighteenForTheFirst = LocalDate.of(2008, 3, 21);
        assertThat(MinorStatus.of(YEAR_1369, worker.words.today())).contains(MinorStatus.ADULT);
        assertThat(MinorStatus.of(YEAR_1369, eighteenForTheFirst)).contains(MinorStatus.POSSIBLY_MINOR);
        assertThat(MinorStatus.of(YEAR_1369, eighteenForTheFirst.minusDays(1))).contains(MinorStatus.MINOR);
        assertThat(MinorStatus.of(PartialDate.spoken("when the war began"), worker.words.today()))
                .isEqualTo(Optional.empty());
    }
}
