package org.umbral.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.catalogue.Field;
import org.umbral.shared.doubt.ANumber;

/** SC-02: Jean is detained; the visitor types after the visit, from paper. */
class DetainedTest {
    private static final String VISIT = "2026-11-20T14:10:00-07:00";
    private static final String STORY = "he told me they killed his";

    @TempDir
    Path home;

    private Worker worker;

    @BeforeEach
    void inTheCarPark() throws Exception {
        worker = Worker.with(home, 102);
        worker.begin(HowKnown.FACE_TO_FACE);
        worker.gives("ht", "COLLECT_AND_STORE", "SHARE_WITH_CLINIC", "CONTACT_SPONSOR");
        worker.answer("CAS-03", "DETAINED_ICE");
        worker.answer("CAP-08", "RECALLED");
        worker.answer("CAP-06", VISIT);
        worker.answer("PER-02", "Jean Ficticio");
    }

    @AfterEach
    void close() {
        worker.close();
    }

    @Test
    @Step("SC-02.1")
    void twoReadingsOfTheANumberAreBothKeptAndTheEntrySaysWhenItWasHeardAndWhenTyped() throws Exception {
        String first = ANumber.read("A000-000-021").orElseThrow();
        String second = ANumber.read("A 000 000 012").orElseThrow();
        worker.answer("PER-21", first);
        assertThat(worker.gaps()).doesNotContain("ICE-01");
        assertThat(ANumber.mismatch(first, second))
                .hasValueSatisfying(doubt -> assertThat(doubt.code()).isEqualTo("A_NUMBER_UNSURE"));
        worker.model().write(worker.person(), new FieldId("PER-21A"), Value.text(second));
        assertThat(worker.gaps()).as("the number is not sure").contains("ICE-01");

        Journal journal = worker.done();

        Entry entry = journal.only();
        assertThat(entry.known()).isEqualTo(HowKnown.RECALLED);
        assertThat(entry.whenHeard()).contains(OffsetDateTime.parse(VISIT));
        assertThat(entry.typed().toInstant()).isEqualTo(worker.phone.clock.instant());
        assertThat(journal.written(worker.person(), "PER-21")).containsExactly(Value.text("000000021"));
        assertThat(journal.written(worker.person(), "PER-21A")).containsExactly(Value.text("000000012"));
    }

    @Test
    @Step({"SC-02.3a", "SC-02.assert.1b"})
    void theSponsorsAddressAndStatusWaitForHerOwnConsent() throws Exception {
        ItemId berta = worker.another("sponsor");
        worker.answer(berta, "SPO-03", "Berta Ficticio");
        worker.answer(berta, "SPO-04", "sister, since birth");
        for (String own : List.of("SPO-06", "SPO-07")) {
            assertThat(worker.isAsked(berta, own)).as(own).isFalse();
            assertThatThrownBy(() -> worker.phone.write(worker.id(), berta, own, "USC"))
                    .hasMessage("sponsor-consent-first");
        }
        worker.answer(berta, "SPO-08", "GIVEN");
        worker.answer(berta, "SPO-07", "NOT_RECORDED");

        Journal journal = worker.done();

        assertThat(journal.written(berta, "SPO-08")).containsExactly(Value.text("GIVEN"));
        assertThat(journal.written(berta, "SPO-07")).containsExactly(Value.text("NOT_RECORDED"));
    }

    @Test
    @Step("SC-02.5")
    void aStoryThatIsDeletedAgainIsNowhereInTheJournal() throws Exception {
        ItemId note = worker.another("note");
        assertThat(worker.words.of("field.NOT-01.hint")).contains("not the story");
        assertThat(worker.model().catalogue().field("NOT-01").orElseThrow().max())
                .isEqualTo(280);
        worker.answer(note, "NOT-01", STORY);
        worker.answer(note, "NOT-01", "");

        Journal journal = worker.done();

        assertThat(journal.written("NOT-01")).noneMatch(Value::isAnswer);
        assertThat(worker.phone.intake.read(worker.id()).items().values())
                .noneMatch(item -> item.text("NOT-01").filter(STORY::equals).isPresent());
    }

    @Test
    @Step("SC-02.assert.1")
    void aVolunteersPhoneKnowsNoAuthorityAndNoStatusOfReadiness() {
        List<String> ids =
                worker.model().catalogue().fields().stream().map(Field::id).toList();

        assertThat(ids).doesNotContain("CAS-04", "CAS-05", "GRD-02", "REQ-05").noneMatch(id -> id.startsWith("INA-"));
        assertThat(worker.model().catalogue().rules()).allSatisfy(rule -> {
            assertThat(rule.onPhone()).isTrue();
            assertThat(worker.words.of("gap." + rule.id(), "x", "y"))
                    .doesNotContainPattern("\\b(ICE|CBP|USCIS|I-131|parole office)\\b");
        });
    }
}
