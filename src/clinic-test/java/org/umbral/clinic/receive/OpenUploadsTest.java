package org.umbral.clinic.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.clinic.FaultyDisk;
import org.umbral.clinic.FaultyDisk.Fault;
import org.umbral.clinic.store.ClinicStore;
import org.umbral.clinic.store.UploadId;
import org.umbral.clinic.store.Uploads;
import org.umbral.shared.Sha256;
import org.umbral.shared.TryAgain;
import org.umbral.testing.MovableClock;

class OpenUploadsTest {
    private static final int SIZE = 600_000;

    @TempDir
    Path folder;

    final MovableClock clock = new MovableClock("2026-11-21T14:00:00Z");
    final FaultyDisk disk = new FaultyDisk();
    final byte[] sealed = EnvelopeApiTest.bytes(SIZE, 7);
    final UploadId name = new UploadId(Sha256.of(sealed), "device-1");
    ClinicStore store;
    OpenUploads open;

    @BeforeEach
    void start() throws Exception {
        store = ClinicStore.open(folder, disk, clock, new SecureRandom());
        open = new OpenUploads(store.uploads(), clock);
        store.uploads().begin(new Uploads.Announced(name, SIZE, false));
    }

    @AfterEach
    void stop() {
        store.close();
    }

    private long onDisk() throws TryAgain {
        return store.uploads().find(name).orElseThrow().offset();
    }

    @Test
    void takingOverKeepsEveryByteThatTheDeadRequestGot() throws Exception {
        Pieces dead = open.begin(name, 0);
        dead.add(sealed, 10_001);
        assertThat(onDisk()).isZero();
        assertThat(open.takeOver(name).map(Uploads.Half::offset)).contains(10_001L);
        assertThatThrownBy(() -> dead.add(sealed, 1)).isInstanceOf(TryAgain.class);
        open.end(name, dead);
        assertThat(onDisk()).isEqualTo(10_001);
    }

    @Test
    void theDeadRequestsEndDoesNotEndTheNewOne() throws Exception {
        Pieces dead = open.begin(name, 0);
        Pieces alive = open.begin(name, 0);
        open.end(name, dead);
        alive.add(sealed, 5);
        assertThat(open.takeOver(name).map(Uploads.Half::offset)).contains(5L);
    }

    @Test
    void aRequestThatWasTakenOverSaysNothingOfWhatItBrought() throws Exception {
        store.uploads().drop(name);
        Pieces old = open.begin(new Uploads.Announced(name, SIZE, false));
        old.add(sealed, SIZE);
        disk.fail(Fault.FORCE);
        assertThat(open.takeOver(name)).isEmpty();
        assertThatThrownBy(old::end).isInstanceOf(TryAgain.class).hasMessage("offset-differs");
    }

    @Test
    void onASlowLinkAPieceIsDurableAfterSeconds() throws Exception {
        Pieces slow = open.begin(name, 0);
        slow.add(sealed, 100);
        assertThat(onDisk()).isZero();
        clock.move(Duration.ofSeconds(6));
        slow.add(sealed, 100);
        assertThat(onDisk()).isEqualTo(200);
    }

    @Test
    void aTakeOverWhoseDiskIsFullSaysWhatIsReallyThere() throws Exception {
        Pieces dead = open.begin(name, 0);
        dead.add(sealed, 10_001);
        disk.fail(Fault.FORCE);
        assertThat(open.takeOver(name).map(Uploads.Half::offset)).contains(0L);
    }

    @Test
    void beginningElsewhereThanAtTheMissingByteIsRefused() throws Exception {
        assertThatThrownBy(() -> open.begin(name, 1)).isInstanceOf(TryAgain.class);
        assertThatThrownBy(() -> open.begin(new UploadId(name.sha256(), "device-2"), 0))
                .isInstanceOf(TryAgain.class);
    }
}
