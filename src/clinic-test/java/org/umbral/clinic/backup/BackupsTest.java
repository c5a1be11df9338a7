package org.umbral.clinic.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.clinic.health.ClinicHealth;
import org.umbral.clinic.health.Health;
import org.umbral.clinic.store.AuditRows;
import org.umbral.clinic.store.ClinicState;
import org.umbral.clinic.store.ClinicStore;
import org.umbral.clinic.store.DatabaseFile;
import org.umbral.clinic.store.Disk;
import org.umbral.clinic.store.Erased;
import org.umbral.clinic.store.ErasureRows;
import org.umbral.clinic.store.UploadId;
import org.umbral.clinic.store.Uploads;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.Failure;
import org.umbral.shared.Json;
import org.umbral.shared.Sha256;
import org.umbral.shared.TryAgain;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.envelope.Documents;
import org.umbral.testing.MovableClock;

class BackupsTest {
    private static final int PART = 1000;

    @TempDir
    Path root;

    private final MovableClock clock = new MovableClock("2026-11-20T21:00:00Z");
    private final SecureRandom random = new SecureRandom();
    private ClinicStore store;
    private Path folder;
    private Path to;

    @BeforeEach
    void open() throws Exception {
        folder = root.resolve("clinic");
        to = root.resolve("backups");
        store = ClinicStore.open(folder, new Disk(), clock, random);
        for (String file : BackingUp.FILES) {
            Files.writeString(folder.resolve(file), file);
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aBackupHoldsEveryReceiptedEnvelopeAndNoSession() throws Exception {
        List<Sha256> kept = List.of(small(), small(), inParts());
        store.database().transaction(handle -> {
            handle.execute("insert into staff (id, login_hash, role, name, wrapped) values ('s', 'h', 'r', x'00', '')");
            return handle.execute("insert into sessions values ('FICTICIO session', 's', x'00', 1, 1)");
        });
        Backups.Made made = backUp();
        assertThat(made.copied()).isEqualTo(kept.size());
        assertThat(made.missing()).isZero();
        assertThat(Files.readString(made.place().resolve(DatabaseFile.NAME), StandardCharsets.ISO_8859_1))
                .doesNotContain("FICTICIO session");

        Path back = root.resolve("back");
        Backups.Restored restored = backups().restore(to, back);
        assertThat(restored.missing()).isZero();
        try (ClinicStore again = ClinicStore.open(back, new Disk(), clock, random)) {
            for (Sha256 one : kept) {
                assertThat(again.envelopes().held(one)).isPresent();
                assertThat(Sha256.of(again.envelopes()
                                .open(again.envelopes().find(one).orElseThrow())))
                        .isEqualTo(one);
            }
            assertThat(again.state().epoch()).isNotEqualTo(store.state().epoch());
            assertThat(again.state().lastPosition()).isEqualTo(kept.size());
            assertThat(again.state().get(ClinicState.RESTORED_AT)).isPresent();
        }
        for (String file : BackingUp.FILES) {
            assertThat(back.resolve(file)).hasContent(file);
        }
    }

    @Test
    void theNextBackupCopiesOnlyWhatIsNewAndAnyOfThemComesBack() throws Exception {
        small();
        Path first = backUp().place();
        small();
        clock.move(Duration.ofDays(1));
        Backups.Made second = backUp();
        assertThat(second.copied()).isEqualTo(1);
        assertThat(second.envelopes()).isEqualTo(2);
        assertThat(backups().check(to, Optional.empty()).envelopes()).isEqualTo(2);
        assertThat(backups().check(first, Optional.empty()).envelopes()).isEqualTo(1);
    }

    @Test
    void theCheckComparesWithTheClinicAsItIs() throws Exception {
        small();
        backUp();
        small();
        Backups.Checked checked = backups().check(to, Optional.of(folder));
        assertThat(checked.isGood()).isTrue();
        assertThat(checked.inBackup()).containsEntry("envelopes", 1L).containsEntry("sessions", 0L);
        assertThat(checked.now().orElseThrow()).containsEntry("envelopes", 2L);
    }

    @Test
    void aFlippedByteInABackupIsFound() throws Exception {
        Sha256 one = small();
        inParts();
        Backups.Made made = backUp();
        Path sealed = to.resolve("envelopes").resolve(one.hex().substring(0, 2)).resolve(one.hex());
        flip(sealed);
        assertThat(backups().check(to, Optional.empty()).broken()).isEqualTo(1);
        assertThat(backups().restore(to, root.resolve("back")).missing()).isEqualTo(1);
        flip(sealed);
        assertThat(backups().check(to, Optional.empty()).isGood()).isTrue();
        flip(made.place().resolve(DatabaseFile.NAME));
        assertThat(backups().check(to, Optional.empty()).isGood()).isFalse();
        assertThatThrownBy(() -> backups().restore(to, root.resolve("other")))
                .isInstanceOf(TryAgain.class)
                .hasMessage("database-damaged");
    }

    @Test
    void theSameDiskAndTheFolderItselfAreRefused() {
        assertThatThrownBy(() -> backups().backUp(folder, to, false))
                .isInstanceOf(AskThePerson.class)
                .hasMessage("backup-on-same-disk");
        assertThatThrownBy(() -> backups().backUp(folder, folder.resolve("copy"), true))
                .hasMessage("backup-inside");
        assertThatThrownBy(() -> backups().backUp(root.resolve("nothing"), to, true))
                .hasMessage("no-clinic-here");
        assertThatThrownBy(() -> backups().restore(root.resolve("nothing"), root.resolve("back")))
                .hasMessage("no-backup-here");
    }

    @Test
    void aBackupThatWasStoppedAnywhereIsNoneAndTheNextOneIsWhole() throws Exception {
        small();
        inParts();
        int calls = new StoppingDisk(Integer.MAX_VALUE)
                .callsOf(disk -> backups(disk).backUp(folder, to, true));
        assertThat(calls).isGreaterThan(5);
        for (int stop = 1; stop <= calls; stop++) {
            Path there = root.resolve("stopped-" + stop);
            StoppingDisk disk = new StoppingDisk(stop);
            Optional<String> mark = store.state().get(ClinicState.BACKUP_MARK);
            clock.move(Duration.ofMinutes(1));
            assertThatThrownBy(() -> backups(disk).backUp(folder, there, true)).hasMessage("backup-not-written");
            assertThat(store.state().get(ClinicState.BACKUP_MARK))
                    .as("what was not finished is no promise to a phone")
                    .isEqualTo(mark);
            assertThat(backups().backUp(folder, there, true).missing()).isZero();
            assertThat(backups().check(there, Optional.empty()).isGood()).isTrue();
            try (Stream<Path> all = Files.list(there)) {
                assertThat(all.map(one -> one.getFileName().toString())).doesNotContain("unfinished");
            }
        }
    }

    @Test
    void aRestoreThatWasStoppedAnywhereStartsNoServerUntilItIsDoneAgain() throws Exception {
        Sha256 one = small();
        inParts();
        backUp();
        int calls = new StoppingDisk(Integer.MAX_VALUE)
                .callsOf(disk -> backups(disk).restore(to, root.resolve("counted")));
        for (int stop = 1; stop <= calls; stop++) {
            Path back = root.resolve("back-" + stop);
            StoppingDisk disk = new StoppingDisk(stop);
            assertThatThrownBy(() -> backups(disk).restore(to, back)).hasMessage("disk-full");
            if (Files.exists(back.resolve("restoring"))) {
                assertThatThrownBy(() -> ClinicStore.open(back, new Disk(), clock, random))
                        .hasMessage("restore-unfinished");
            }
            if (!Files.exists(back.resolve(DatabaseFile.NAME)) || Files.exists(back.resolve("restoring"))) {
                assertThat(backups().restore(to, back).missing()).isZero();
            }
            try (ClinicStore again = ClinicStore.open(back, new Disk(), clock, random)) {
                assertThat(again.envelopes().held(one)).isPresent();
            }
        }
    }

    @Test
    void aFolderThatHoldsSomethingIsNotWrittenInto() throws Exception {
        backUp();
        assertThatThrownBy(() -> backups().restore(to, folder)).hasMessage("folder-not-empty");
    }

    @Test
    void whatTheClinicItselfHasLostEndsTheMarkBeforeIt() throws Exception {
        small();
        Sha256 lost = small();
        small();
        Files.delete(
                folder.resolve("envelopes").resolve(lost.hex().substring(0, 2)).resolve(lost.hex()));
        assertThat(backUp().missing()).isEqualTo(1);
        assertThat(mark().position()).isEqualTo(1);
    }

    @Test
    void theMarkNamesTheLastPositionThatIsInside() throws Exception {
        small();
        small();
        backUp();
        assertThat(mark().position()).isEqualTo(2);
        assertThat(mark().epoch()).isEqualTo(store.state().epoch());
        assertThat(mark().at()).isEqualTo("2026-11-20T21:00:00Z");
    }

    @Test
    void copiesOf36DaysAgoGoAndWithThemWhatWasErasedSince() throws Exception {
        Sha256 erased = small();
        Path first = backUp().place();
        erase(erased);
        Sha256 stays = small();
        clock.move(Duration.ofDays(34));
        assertThat(backUp().expired()).isZero();
        assertThat(first).exists();
        clock.move(Duration.ofDays(2));
        assertThat(backUp().expired()).isEqualTo(1);
        assertThat(first).doesNotExist();
        assertThat(pool(erased)).doesNotExist();
        assertThat(pool(stays)).exists();
    }

    @Test
    void whatWasErasedIsNeitherMissingNorNamedAndTheMarkGoesOn() throws Exception {
        Sha256 words = small();
        Sha256 photo = inParts();
        Sha256 stays = small();
        erase(words, photo, Sha256.of("never came".getBytes(StandardCharsets.UTF_8)));
        Backups.Made made = backUp();
        assertThat(made.missing()).isZero();
        assertThat(made.envelopes()).isEqualTo(1);
        assertThat(pool(words)).doesNotExist();
        assertThat(pool(stays)).exists();
        assertThat(mark().position()).isEqualTo(store.state().lastPosition());
        assertThat(backups().check(to, Optional.empty()).isGood()).isTrue();
        Path back = root.resolve("back");
        assertThat(backups().restore(to, back).missing()).isZero();
        try (ClinicStore again = ClinicStore.open(back, new Disk(), clock, random)) {
            assertThat(again.envelopes().held(words)).as("not asked for again").isPresent();
        }
    }

    @Test
    void aClinicWhoseTlsKeyIsNotOursHasAGoodBackupUntilAFileGoesThatWasThere() throws Exception {
        Files.delete(folder.resolve("tls.p12"));
        small();
        Path place = backUp().place();
        assertThat(backups().check(to, Optional.empty()).isGood()).isTrue();
        Files.delete(place.resolve("receipt.key"));
        assertThat(backups().check(to, Optional.empty()).isGood()).isFalse();
    }

    @Test
    void anOlderBackupThatComesBackKnowsWhatWasErasedSince() throws Exception {
        String id = CaseId.random(random).text();
        store.database()
                .transaction(handle -> handle.execute(
                        "insert into cases (id, arrived_at, changed_at, position, opened_position, card,"
                                + " answered_position, withdrawn) values (?, 1, 1, 1, 0, x'00', 0, false)",
                        id));
        Path first = backUp().place();
        erase(id);
        clock.move(Duration.ofDays(1));
        Path second = backUp().place();
        assertThat(backups().restore(second, root.resolve("new")).erasedSince()).isZero();
        assertThat(backups().restore(first, root.resolve("old")).erasedSince()).isEqualTo(1);
        try (ClinicStore again = ClinicStore.open(root.resolve("old"), new Disk(), clock, random)) {
            assertThat(again.state().get(ClinicState.ERASE_AGAIN)).contains(id);
            Health health = new ClinicHealth(again, new NoRoom(), Optional::empty, clock, "1.0");
            assertThat(health.eraseAgain()).containsExactly(new CaseId(id));
            erase(again, id);
            assertThat(health.eraseAgain()).isEmpty();
        }
    }

    private record NoRoom() implements ClinicHealth.Room {
        @Override
        public long free() {
            return 0;
        }

        @Override
        public long total() {
            return 0;
        }
    }

    @Test
    void aDatabaseOfBeforeTheFirstErasureIsReadAsItIs() throws Exception {
        Sha256 one = small();
        store.database().transaction(handle -> handle.execute("drop table erased"));
        DatabaseFile old = DatabaseFile.inUse(folder.resolve(DatabaseFile.NAME));
        assertThat(old.envelopes()).extracting(DatabaseFile.Sealed::sha256).containsExactly(one);
        assertThat(old.keeps(one)).isTrue();
    }

    @Test
    void twoBackupsIntoOneFolderTakeTurns() throws Exception {
        try (var lock = new Shelf(to).lock()) {
            assertThatThrownBy(this::backUp).hasMessage("backup-running");
        }
        backUp();
    }

    @Test
    void whatIsReceiptedBeforeItIsInsideWhileOthersArrive() throws Exception {
        AtomicBoolean on = new AtomicBoolean(true);
        List<Sha256> before = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            before.add(small());
        }
        CompletableFuture<Integer> others = CompletableFuture.supplyAsync(() -> {
            int count = 0;
            while (on.get()) {
                try {
                    small();
                    inParts();
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
                count++;
            }
            return count;
        });
        Backups.Made made = backUp();
        on.set(false);
        assertThat(others.get()).isPositive();
        assertThat(made.missing()).isZero();
        Backups.Checked checked = backups().check(to, Optional.empty());
        assertThat(checked.isGood()).isTrue();
        assertThat(checked.envelopes()).isGreaterThanOrEqualTo(before.size());
        assertThat(mark().position()).isEqualTo(checked.envelopes());
    }

    private void erase(Sha256... names) throws Failure {
        erase(store, "case", names);
    }

    private void erase(String id) throws Failure {
        erase(store, id);
    }

    private void erase(ClinicStore store, String id, Sha256... names) throws Failure {
        AuditRows.Row first = new AuditRows.Row(1, clock.instant().toString(), "s", "erased", "", "", "");
        AuditRows.Next audited = new AuditRows.Next(first, row -> row);
        store.database()
                .transaction(handle -> handle.execute(
                        "insert into cases (id, arrived_at, changed_at, position, opened_position, card)"
                                + " values (?, 1, 1, 1, 1, x'01') on conflict (id) do nothing",
                        id));
        new ErasureRows(store.database()).propose(id, "CONSENT_WITHDRAWN", "s", clock.millis(), audited);
        List<Erased.Photo> photos = Stream.of(names)
                .map(name -> new Erased.Photo(name, PART, "phone"))
                .toList();
        AuditRows.Next second = new AuditRows.Next(first, row -> new AuditRows.Row(2, "", "s", "erased", "", "", ""));
        store.erased().erase(id, photos, List.of(), "t", second);
        store.erased().finish();
    }

    private Documents.BackupMark mark() throws Failure {
        return Json.read(store.state().get(ClinicState.BACKUP_MARK).orElseThrow(), Documents.BackupMark.class);
    }

    private Path pool(Sha256 one) {
        return to.resolve("envelopes").resolve(one.hex().substring(0, 2)).resolve(one.hex());
    }

    private Backups backups() {
        return backups(new Disk());
    }

    private Backups backups(Disk disk) {
        return new Backups(disk, clock, random, (step, done, of) -> {});
    }

    private Backups.Made backUp() throws Failure {
        return backups().backUp(folder, to, true);
    }

    private Sha256 small() throws Failure {
        byte[] bytes = new byte[PART];
        random.nextBytes(bytes);
        Sha256 name = Sha256.of(bytes);
        store.envelopes().keep(name, bytes, "phone", false);
        return name;
    }

    private Sha256 inParts() throws Failure {
        byte[] bytes = new byte[2 * PART];
        random.nextBytes(bytes);
        Sha256 name = Sha256.of(bytes);
        UploadId id = new UploadId(name, "phone");
        store.uploads().begin(new Uploads.Announced(id, bytes.length, false));
        store.uploads().append(id, 0, bytes, PART);
        store.uploads().append(id, PART, Arrays.copyOfRange(bytes, PART, 2 * PART), PART);
        store.uploads().finish(id);
        return name;
    }

    private static void flip(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }

    /** Stops at the so-manieth call, as a cut of the power does: later calls fail too. */
    private static final class StoppingDisk extends Disk {
        private final int stop;
        private final AtomicInteger calls = new AtomicInteger();

        StoppingDisk(int stop) {
            this.stop = stop;
        }

        interface Work {
            Object with(Disk disk) throws Failure;
        }

        int callsOf(Work work) throws Failure {
            work.with(this);
            return calls.get();
        }

        @Override
        public void write(Path file, byte[] bytes, int length) throws IOException {
            pass();
            super.write(file, bytes, length);
        }

        @Override
        public void force(Path fileOrFolder) throws IOException {
            pass();
            super.force(fileOrFolder);
        }

        @Override
        public void move(Path from, Path to) throws IOException {
            pass();
            super.move(from, to);
        }

        private void pass() throws IOException {
            if (calls.incrementAndGet() >= stop) {
                throw new IOException("stopped");
            }
        }
    }
}
