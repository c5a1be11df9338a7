package org.umbral.clinic.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.clinic.FaultyDisk;
import org.umbral.clinic.FaultyDisk.Fault;
import org.umbral.shared.GiveUp;
import org.umbral.shared.Sha256;
import org.umbral.shared.TryAgain;
import org.umbral.testing.MovableClock;

class UploadsTest {
    @TempDir
    Path folder;

    final MovableClock clock = new MovableClock("2026-11-21T14:00:00Z");
    final FaultyDisk disk = new FaultyDisk();
    final byte[] sealed = new byte[1000];
    ClinicStore store;
    Sha256 name;
    UploadId id;

    @BeforeEach
    void start() throws Exception {
        new Random(11).nextBytes(sealed);
        name = Sha256.of(sealed);
        id = new UploadId(name, "device-1");
        open();
    }

    @AfterEach
    void stop() {
        store.close();
    }

    private void open() throws TryAgain {
        store = ClinicStore.open(folder, disk, clock, new SecureRandom());
    }

    private void append(int from, int to) throws TryAgain {
        store.uploads().append(id, from, Arrays.copyOfRange(sealed, from, to), to - from);
    }

    private List<Path> files() throws Exception {
        try (Stream<Path> walk = Files.walk(folder.resolve("envelopes"))) {
            return walk.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void partsStayApartAndReadAsOne() throws Exception {
        store.uploads().begin(new Uploads.Announced(id, 1000, true));
        append(0, 400);
        append(400, 1000);
        StoredEnvelope whole = store.uploads().finish(id);
        assertThat(whole.emergency()).isTrue();
        assertThat(files()).hasSize(2);
        try (InputStream in = store.envelopes().open(whole)) {
            assertThat(in.readAllBytes()).isEqualTo(sealed);
        }
        assertThat(store.uploads().finish(id)).isEqualTo(whole);
        store.uploads().drop(id);
        assertThat(store.envelopes().read(whole)).isEqualTo(sealed);
    }

    @Test
    void aRestartGoesOnWhereThePartsEnd() throws Exception {
        store.uploads().begin(new Uploads.Announced(id, 1000, false));
        append(0, 400);
        store.close();
        open();
        assertThat(store.uploads().find(id).orElseThrow().offset()).isEqualTo(400);
        append(400, 1000);
        assertThat(store.uploads().finish(id).size()).isEqualTo(1000);
    }

    @Test
    void whatOneOpenStoreIsWritingStaysWhenAnotherIsOpened() throws Exception {
        store.uploads().begin(new Uploads.Announced(id, 1000, false));
        try (EnvelopeFiles.Arriving part = store.uploads().arriving(name)) {
            part.add(sealed, 400);
            try (ClinicStore other = ClinicStore.open(folder, disk, clock, new SecureRandom())) {
                other.leftovers().sweep();
            }
            part.add(Arrays.copyOfRange(sealed, 400, 1000), 600);
            store.uploads().append(id, 0, part, Optional.empty());
        }
        assertThat(store.uploads().finish(id).size()).isEqualTo(1000);
    }

    @Test
    void aPartForAnotherByteLeavesNothingBehind() throws Exception {
        store.uploads().begin(new Uploads.Announced(id, 1000, false));
        append(0, 400);
        for (int wrong : new int[] {0, 399, 401}) {
            assertThatThrownBy(() -> append(wrong, 500)).isInstanceOf(TryAgain.class);
        }
        assertThat(files()).hasSize(1);
        assertThat(store.uploads().find(id).orElseThrow().offset()).isEqualTo(400);
    }

    @Test
    void wrongBytesAreDroppedWithTheirFiles() throws Exception {
        store.uploads().begin(new Uploads.Announced(id, 1000, false));
        store.uploads().append(id, 0, new byte[1000], 1000);
        assertThatThrownBy(() -> store.uploads().finish(id)).isInstanceOf(GiveUp.class);
        assertThat(files()).isEmpty();
        assertThat(store.uploads().find(id)).isEmpty();
        assertThat(store.envelopes().find(name)).isEmpty();
    }

    @Test
    void whatAnotherRequestDroppedOrBeganAnewIsNotCalledWrong() throws Exception {
        store.uploads().begin(new Uploads.Announced(id, 1000, false));
        append(0, 1000);
        store.uploads().drop(id);
        assertThatThrownBy(() -> store.uploads().finish(id))
                .isInstanceOf(TryAgain.class)
                .hasMessage("offset-differs");
        store.uploads().begin(new Uploads.Announced(id, 1000, false));
        append(0, 400);
        assertThatThrownBy(() -> store.uploads().finish(id))
                .isInstanceOf(TryAgain.class)
                .hasMessage("offset-differs");
        append(400, 1000);
        assertThat(store.uploads().finish(id).size()).isEqualTo(1000);
    }

    @Test
    void aPartThatABackupLacksLetsTheSenderBeginAnew() throws Exception {
        store.uploads().begin(new Uploads.Announced(id, 1000, false));
        append(0, 400);
        Files.delete(files().get(0));
        append(400, 1000);
        assertThatThrownBy(() -> store.uploads().finish(id)).isInstanceOf(GiveUp.class);
        store.uploads().begin(new Uploads.Announced(id, 1000, false));
        append(0, 1000);
        assertThat(store.uploads().finish(id).size()).isEqualTo(1000);
    }

    @Test
    void aFullDiskLeavesNoTornPart() throws Exception {
        store.uploads().begin(new Uploads.Announced(id, 1000, false));
        for (Fault fault : List.of(Fault.WRITE, Fault.FORCE, Fault.MOVE)) {
            disk.fail(fault);
            assertThatThrownBy(() -> append(0, 400)).isInstanceOf(TryAgain.class);
            disk.fail(Fault.NONE);
            assertThat(store.uploads().find(id).orElseThrow().offset()).isZero();
            assertThat(files()).isEmpty();
        }
    }

    @Test
    void aPartWhoseRowWasRefusedLeavesNoFile() throws Exception {
        store.uploads().begin(new Uploads.Announced(id, 1000, false));
        store.database()
                .transaction(handle -> handle.execute("create trigger refuses before insert on parts"
                        + " begin select raise(abort, 'fictitious'); end"));
        assertThatThrownBy(() -> append(0, 400)).isInstanceOf(JdbiException.class);
        try (EnvelopeFiles.Arriving whole = store.uploads().arriving(name)) {
            whole.add(sealed, 1000);
            assertThatThrownBy(() -> store.uploads().complete(id, 0, whole, Optional.empty()))
                    .isInstanceOf(JdbiException.class);
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void onlyWhatGotNothingForLongRunsOut() throws Exception {
        store.uploads().begin(new Uploads.Announced(id, 1000, false));
        clock.move(Duration.ofDays(20));
        append(0, 400);
        clock.move(Duration.ofDays(20));
        assertThat(store.uploads().expire(clock.instant().minus(Duration.ofDays(30))))
                .isZero();
        clock.move(Duration.ofDays(11));
        assertThat(store.uploads().expire(clock.instant().minus(Duration.ofDays(30))))
                .isEqualTo(1);
        assertThat(files()).isEmpty();
    }

    @Test
    void twoPhonesBringTheSameApartAndTheFirstThatIsWholeEndsTheOther() throws Exception {
        UploadId others = new UploadId(name, "device-2");
        store.uploads().begin(new Uploads.Announced(id, 1000, false));
        store.uploads().begin(new Uploads.Announced(others, 1000, true));
        append(0, 400);
        store.uploads().append(others, 0, new byte[700], 700);
        assertThat(store.uploads().find(id).orElseThrow().offset()).isEqualTo(400);
        assertThat(store.uploads().find(others).orElseThrow().offset()).isEqualTo(700);
        assertThat(store.uploads().counted("device-2").missing()).isEqualTo(300);
        append(400, 1000);
        StoredEnvelope whole = store.uploads().finish(id);
        assertThat(whole.device()).isEqualTo("device-1");
        assertThat(store.uploads().find(others)).isEmpty();
        assertThat(files()).hasSize(2);
        assertThat(store.envelopes().read(whole)).isEqualTo(sealed);
        assertThatThrownBy(() -> store.uploads().append(others, 700, sealed, 300))
                .isInstanceOf(TryAgain.class);
        assertThat(store.uploads().finish(others)).isEqualTo(whole);
    }

    @Test
    void wrongBytesOfOnePhoneTakeNothingFromAnother() throws Exception {
        UploadId others = new UploadId(name, "device-2");
        store.uploads().begin(new Uploads.Announced(id, 1000, false));
        append(0, 400);
        store.uploads().begin(new Uploads.Announced(others, 1000, false));
        store.uploads().append(others, 0, new byte[1000], 1000);
        assertThatThrownBy(() -> store.uploads().finish(others)).isInstanceOf(GiveUp.class);
        store.uploads().drop(others);
        append(400, 1000);
        assertThat(store.uploads().finish(id).size()).isEqualTo(1000);
    }
}
