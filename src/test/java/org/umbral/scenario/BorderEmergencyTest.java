package org.umbral.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.Item;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.PartialDate;
import org.umbral.shared.casefile.Value;
import org.umbral.testing.TestExif;
import org.umbral.testing.TestPhotos;

/** SC-01: a medical emergency at the border, mother and child, no signal. */
class BorderEmergencyTest {
    @TempDir
    Path home;

    private Worker worker;

    @BeforeEach
    void atTheShelter() throws Exception {
        worker = Worker.with(home, 101);
        worker.begin(HowKnown.FACE_TO_FACE);
    }

    @AfterEach
    void close() {
        worker.close();
    }

    @Test
    @Step({"SC-01.1", "SC-01.assert.5"})
    void anaGivesFourConsentsAndKeepsHerStoryAndEachStandsOnItsOwn() throws Exception {
        worker.answer("CAP-11", "es");
        worker.gives("es", "COLLECT_AND_STORE", "SHARE_WITH_CLINIC", "PHOTOGRAPH_DOCUMENTS", "ANONYMOUS_STATISTICS");
        worker.decides("TELL_STORY_PUBLICLY", "REFUSED", "es");
        worker.answer("PER-02", "Ana María Ficticio Prueba");

        Journal journal = worker.done();

        assertThat(decision(journal, "ANONYMOUS_STATISTICS")).isEqualTo("GIVEN");
        assertThat(decision(journal, "TELL_STORY_PUBLICLY")).isEqualTo("REFUSED");
        assertThat(consents(journal)).hasSize(5).allSatisfy(consent -> {
            assertThat(consent.text("CON-05")).contains("es");
            assertThat(consent.text("CON-06")).contains("ORAL_WITNESSED");
            assertThat(consent.has("CON-04")).isTrue();
        });
    }

    @Test
    @Step("SC-01.2")
    void theReasonCardTheUrgencyAndTheDayOfTheSurgeryAreInTheJournal() throws Exception {
        worker.gives("es", "COLLECT_AND_STORE", "SHARE_WITH_CLINIC");
        worker.answer("CAS-06", "WITHIN_72H");
        worker.answer("GRD-01", Value.choices(List.of("NEEDS_HOSPITAL")));
        Value day = PartialDate.of(LocalDate.of(2026, 11, 30)).toValue();
        worker.answer("GRD-04", day);
        worker.answer("GRD-04A", "SURGERY");
        worker.answer("GRD-03", "the doctor wrote: surgery within 10 days");

        Entry entry = worker.done().only();

        Journal journal = new Journal(worker.id(), List.of(entry));
        assertThat(journal.written(ItemId.CASE, "CAS-06")).containsExactly(Value.text("WITHIN_72H"));
        assertThat(journal.written(ItemId.CASE, "GRD-01")).containsExactly(Value.choices(List.of("NEEDS_HOSPITAL")));
        assertThat(journal.written(ItemId.CASE, "GRD-04")).containsExactly(day);
        assertThat(journal.written(ItemId.CASE, "GRD-04A")).containsExactly(Value.text("SURGERY"));
        assertThat(entry.known()).isEqualTo(HowKnown.FACE_TO_FACE);
        assertThat(entry.typed().toInstant()).isEqualTo(worker.phone.clock.instant());
        assertThat(entry.whenHeard()).isEmpty();
    }

    @Test
    @Step("SC-01.assert.1")
    void theSealedPictureHasNoPlaceAndNoCameraInIt() throws Exception {
        worker.gives("es", "COLLECT_AND_STORE", "SHARE_WITH_CLINIC", "PHOTOGRAPH_DOCUMENTS");
        ItemId letter = worker.another("evidence");
        worker.answer(letter, "EVD-02", "DOCTOR_LETTER");
        byte[] capture = TestPhotos.capture(TestPhotos.letter(600, 800, 7), 6);
        ItemId page = worker.photograph(letter, capture);

        Journal journal = worker.done();

        byte[] sealed = journal.picture(worker.phone, page);
        assertThat(latin(capture)).contains(TestExif.TELLING);
        assertThat(latin(sealed)).doesNotContain(TestExif.TELLING).doesNotContain("Exif");
        assertThat(TestPhotos.read(sealed).getHeight()).isEqualTo(800);
        assertThat(worker.phone.core.captures()).isEmptyDirectory();
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private List<Item> consents(Journal journal) {
        return worker.model().catalogue().items(journal.file(), "consent", worker.person());
    }

    private String decision(Journal journal, String purpose) {
        return consents(journal).stream()
                .filter(consent ->
                        consent.text("CON-02").filter(purpose::equals).isPresent())
                .flatMap(consent -> consent.text("CON-03").stream())
                .findFirst()
                .orElseThrow();
    }
}
