package org.umbral.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;
import org.umbral.testing.TestPhotos;

/** SC-09: the phone is lost or taken at the port. */
class LostPhoneTest {
    private static final String NAME = "Yusra Ficticia Perdida";
    private static final String TELEPHONE = "+52 664 555 0177";
    private static final String WHY = "the doctor wrote: dialysis twice a week";

    @TempDir
    Path home;

    private Worker worker;

    @BeforeEach
    void open() throws Exception {
        worker = Worker.with(home, 109);
    }

    @AfterEach
    void close() {
        worker.close();
    }

    @Test
    @Step("SC-09.assert.1")
    void aCopyOfTheWholePhoneShowsNoWordNoThumbnailAndNoPicture() throws Exception {
        worker.begin(HowKnown.FACE_TO_FACE);
        worker.gives("es", "COLLECT_AND_STORE", "SHARE_WITH_CLINIC", "PHOTOGRAPH_DOCUMENTS");
        worker.answer("PER-02", NAME);
        worker.answer("GRD-03", WHY);
        ItemId contact = worker.another("contact");
        worker.answer(contact, "PER-28A", "WHATSAPP");
        worker.answer(contact, "PER-28", TELEPHONE);
        ItemId letter = worker.another("evidence");
        worker.answer(letter, "EVD-02", "DOCTOR_LETTER");
        ItemId page = worker.photograph(letter, TestPhotos.capture(TestPhotos.letter(900, 1200, 9), 1));
        byte[] thumbnail = worker.phone.intake.thumbnail(worker.id(), page).orElseThrow();
        byte[] picture = picture(page);

        nothingIsFound(thumbnail, picture);
        worker.phone.restartLocked();
        nothingIsFound(thumbnail, picture);
    }

    private byte[] picture(ItemId page) throws Exception {
        try (var in = worker.phone.intake.photo(worker.id(), page).orElseThrow()) {
            return in.readAllBytes();
        }
    }

    private void nothingIsFound(byte[] thumbnail, byte[] picture) throws IOException {
        for (String words : List.of(NAME, TELEPHONE, WHY, "Yusra", "dialysis", "DOCTOR_LETTER")) {
            assertThat(worker.phone.finds(words)).as(words).isFalse();
        }
        assertThat(filesWith(middle(thumbnail))).isEmpty();
        assertThat(filesWith(middle(picture))).isEmpty();
        assertThat(worker.phone.core.captures()).isEmptyDirectory();
    }

    /** Bytes that only this picture has: past its tables. */
    private static String middle(byte[] jpeg) {
        int half = jpeg.length / 2;
        return new String(Arrays.copyOfRange(jpeg, half, half + 32), StandardCharsets.ISO_8859_1);
    }

    private List<Path> filesWith(String bytes) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            assertThat(all).isNotEmpty();
            return all.stream().filter(file -> holds(file, bytes)).toList();
        }
    }

    private static boolean holds(Path file, String bytes) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @Step("SC-09.2")
    void whatIsReconstructedFromPaperSaysHowItIsKnownAndWhenItWasHeard() throws Exception {
        String heard = "2026-11-20T17:10:00-07:00";
        worker.begin(HowKnown.FACE_TO_FACE);
        worker.gives("es", "COLLECT_AND_STORE", "SHARE_WITH_CLINIC");
        worker.answer("CAP-08", "RECALLED");
        worker.answer("CAP-06", heard);
        worker.answer("PER-02", NAME);

        Entry entry = worker.done().only();

        assertThat(entry.known()).isEqualTo(HowKnown.RECALLED);
        assertThat(entry.whenHeard()).contains(OffsetDateTime.parse(heard));
        assertThat(entry.typed().toInstant()).isEqualTo(worker.phone.clock.instant());
        assertThat(new Journal(worker.id(), List.of(entry)).written(worker.person(), "PER-02"))
                .containsExactly(Value.text(NAME));
    }
}
