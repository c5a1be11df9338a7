package org.umbral.clinic.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.clinic.FaultyDisk;
import org.umbral.shared.Sha256;
import org.umbral.testing.MovableClock;

class LeftoversTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final byte[] SEALED = new byte[500];

    @TempDir
    Path folder;

    final MovableClock clock = new MovableClock("2026-11-21T14:00:00Z");
    final Sha256 name = Sha256.of(SEALED);
    ClinicStore store;

    @BeforeEach
    void open() throws Exception {
        store = ClinicStore.open(folder, new FaultyDisk(), clock, new SecureRandom());
    }

    @AfterEach
    void close() {
        store.close();
    }

    /** A file as a stop between it and its row leaves it. */
    private Path left(String file, Duration ago) throws IOException {
        Path path = folder.resolve("envelopes").resolve(file.substring(0, 2)).resolve(file);
        Files.write(path, SEALED);
        Files.setLastModifiedTime(path, FileTime.from(clock.instant().minus(ago)));
        return path;
    }

    private void age(Duration ago) throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("envelopes"))) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(file, FileTime.from(clock.instant().minus(ago)));
            }
        }
    }

    @Test
    void whatNeverGotItsNameGoesAnHourAfterTheLastByte() throws Exception {
        Path arriving = folder.resolve("envelopes/arriving");
        Path old = Files.write(arriving.resolve("old"), SEALED);
        Path young = Files.write(arriving.resolve("young"), SEALED);
        Files.setLastModifiedTime(old, FileTime.from(clock.instant().minus(HOUR).minusSeconds(1)));
        Files.setLastModifiedTime(
                young, FileTime.from(clock.instant().minus(HOUR).plusSeconds(1)));

        store.leftovers().sweep();

        assertThat(old).doesNotExist();
        assertThat(young).exists();
    }

    @Test
    void whatRowsNameStaysHoweverOldItIs() throws Exception {
        StoredEnvelope small = store.envelopes().keep(name, SEALED, "device-1", false);
        Sha256 photo = Sha256.ofText("a photo on its way");
        store.uploads().begin(new Uploads.Announced(new UploadId(photo, "device-1"), 1000, false));
        store.uploads().append(new UploadId(photo, "device-1"), 0, SEALED, SEALED.length);
        age(Duration.ofDays(400));
        assertThat(store.leftovers().sweep()).isZero();
        assertThat(store.envelopes().read(small)).isEqualTo(SEALED);
        assertThat(store.uploads()
                        .find(new UploadId(photo, "device-1"))
                        .orElseThrow()
                        .offset())
                .isEqualTo(500);
    }

    @Test
    void aPartThatItsUploadDoesNotNameGoesAfterAnHour() throws Exception {
        store.uploads().begin(new Uploads.Announced(new UploadId(name, "device-1"), 1000, false));
        store.uploads().append(new UploadId(name, "device-1"), 0, SEALED, SEALED.length);
        Path fresh = left(name.hex() + "." + UUID.randomUUID(), HOUR.minusMinutes(1));
        Path old = left(name.hex() + "." + UUID.randomUUID(), HOUR.plusMinutes(1));
        assertThat(store.leftovers().sweep()).isEqualTo(1);
        assertThat(old).doesNotExist();
        assertThat(fresh).exists();
        assertThat(store.uploads()
                        .find(new UploadId(name, "device-1"))
                        .orElseThrow()
                        .offset())
                .isEqualTo(500);
    }

    @Test
    void partsOfWhatCameAgainWholeGoToo() throws Exception {
        store.envelopes().keep(name, SEALED, "device-1", false);
        Path part = left(name.hex() + "." + UUID.randomUUID(), HOUR.plusMinutes(1));
        assertThat(store.leftovers().sweep()).isEqualTo(1);
        assertThat(part).doesNotExist();
        assertThat(store.envelopes().held(name)).isPresent();
    }

    @Test
    void aFileThatTheRowsKnowNothingOfMayBeNewerThanTheyAreAndStaysAsLongAsABackup() throws Exception {
        Path envelope = left(name.hex(), Duration.ofDays(34));
        Path part = left(Sha256.ofText("unknown").hex() + "." + UUID.randomUUID(), Duration.ofDays(36));
        assertThat(store.leftovers().sweep()).isEqualTo(1);
        assertThat(part).doesNotExist();
        assertThat(envelope).exists();
        StoredEnvelope kept = store.envelopes().keep(name, SEALED, "device-1", false);
        age(Duration.ofDays(36));
        assertThat(store.leftovers().sweep()).isZero();
        assertThat(store.envelopes().held(name)).contains(kept);
    }
}
