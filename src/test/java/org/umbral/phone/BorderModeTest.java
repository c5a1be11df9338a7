package org.umbral.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.phone.disk.PhoneFiles;
import org.umbral.phone.store.StorePoint;
import org.umbral.phone.store.Tampering;
import org.umbral.phone.store.Undelivered;
import org.umbral.phone.store.Waiting;
import org.umbral.phone.unlock.Vaults;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.EntryJson;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.envelope.Age;
import org.umbral.shared.envelope.SignedEntry;
import org.umbral.testing.TestPhone;

class BorderModeTest {
    private static final String NAME = "Ana Ficticio";
    private static final byte[] CAPTURE = TestPhone.picture(7, 900);

    @TempDir
    Path folder;

    /** Ends the process, as it were, at the n-th thing that happens. */
    private static final class Killer implements StorePoint, PhoneFiles {
        private final PhoneFiles real = PhoneFiles.onDisk();
        private int passed;
        private int killAt = Integer.MAX_VALUE;

        private void step() {
            if (++passed >= killAt) {
                throw new IllegalStateException("killed");
            }
        }

        @Override
        public void reached(String point) {
            step();
        }

        @Override
        public void makeFolder(Path inside) throws IOException {
            real.makeFolder(inside);
        }

        @Override
        public void write(Path file, byte[] bytes) throws IOException {
            step();
            real.write(file, bytes);
        }

        @Override
        public InputStream read(Path file, long offset) throws IOException {
            return real.read(file, offset);
        }

        @Override
        public long size(Path file) throws IOException {
            return real.size(file);
        }

        @Override
        public void rename(Path file, Path to) throws IOException {
            step();
            real.rename(file, to);
        }

        /** Two steps: it is overwritten, then it is gone. */
        @Override
        public void erase(Path file) throws IOException {
            step();
            if (Files.isRegularFile(file)) {
                Files.write(file, new byte[(int) Files.size(file)]);
            }
            step();
            real.erase(file);
        }

        @Override
        public List<Path> list(Path inside) throws IOException {
            return real.list(inside);
        }

        @Override
        public Instant modified(Path file) throws IOException {
            return real.modified(file);
        }
    }

    private static final class Scene implements AutoCloseable {
        final Killer killer = new Killer();
        final TestPhone phone;
        final CaseId id;
        final CaseId early;

        Scene(Path home) throws Exception {
            phone = new TestPhone(home, 91, killer, killer);
            id = phone.consented();
            phone.write(id, phone.person(id), "PER-02", NAME);
            ItemId evidence = phone.intake.newItem(id, "evidence", ItemId.CASE);
            phone.write(id, evidence, "EVD-02", "DOCTOR_LETTER");
            early = phone.intake.begin(org.umbral.shared.casefile.HowKnown.FACE_TO_FACE);
            phone.write(early, ItemId.CASE, "CAS-06", "WITHIN_72H");
            phone.intake.expectPhoto(id, evidence);
            phone.leave("capture.jpg", CAPTURE);
        }

        void cross() throws Exception {
            phone.core.prepareToCross();
        }

        void kill(int at) {
            killer.passed = 0;
            killer.killAt = at;
            assertThatThrownBy(this::cross).hasMessage("killed");
            killer.killAt = Integer.MAX_VALUE;
        }

        @Override
        public void close() {
            phone.close();
        }
    }

    @Test
    void whereverItIsKilledDraftsAreWholeAndOpenOrWholeAndSealedAndASecondPressFinishes() throws Exception {
        int steps;
        try (Scene scene = new Scene(folder.resolve("whole"))) {
            scene.killer.passed = 0;
            scene.cross();
            steps = scene.killer.passed;
            assertCrossed(scene);
        }
        assertThat(steps).isGreaterThan(15);
        int open = 0;
        for (int at = 1; at <= steps; at++) {
            try (Scene scene = new Scene(folder.resolve("kill-" + at))) {
                scene.kill(at);
                scene.phone.restartLocked();
                if (scene.phone.core.vaults().state() == Vaults.State.LOCKED) {
                    open++;
                    assertWholeAndOpen(scene);
                } else {
                    scene.phone.core.sealLeftovers();
                    assertCrossed(scene);
                }
                scene.cross();
                assertCrossed(scene);
            }
        }
        assertThat(open).isBetween(5, steps - 3);
    }

    private static void assertWholeAndOpen(Scene scene) throws Exception {
        scene.phone.core.sealLeftovers();
        scene.phone.unlock();
        var file = scene.phone.intake.read(scene.id);
        assertThat(file.item(scene.phone.person(scene.id)).orElseThrow().text("PER-02"))
                .contains(NAME);
        assertThat(scene.phone.intake.row(scene.early)).isPresent();
        assertThat(scene.phone.intake.leftovers()).hasSize(1);
        assertThat(scene.phone.core.outbox().undelivered()).isEqualTo(new Undelivered(1, 1, 1));
        scene.phone.intake.close();
        scene.phone.core.vaults().lock();
    }

    /** Nothing readable is left; the clinic can open the words, and the photo that no draft had taken yet. */
    private static void assertCrossed(Scene scene) throws Exception {
        TestPhone phone = scene.phone;
        assertThat(phone.core.vaults().state()).isEqualTo(Vaults.State.NONE);
        assertThat(phone.core.store().clearing().holdsVault()).isFalse();
        assertThat(Files.list(phone.core.captures())).isEmpty();
        List<Waiting> waiting = phone.core.outbox().waiting();
        assertThat(waiting).hasSize(2);
        assertThat(waiting).extracting(item -> item.lane().isEvidence()).containsExactly(false, true);
        byte[] sealed = phone.core.outbox().read(waiting.get(0).name(), 0).readAllBytes();
        var entry =
                EntryJson.read(SignedEntry.open(sealed, phone.clinic.identity()).json());
        assertThat(entry.caseId()).isEqualTo(scene.id);
        assertThat(entry.writes())
                .anyMatch(write -> write.value().asText().filter(NAME::equals).isPresent());
        byte[] photo = phone.core.outbox().read(waiting.get(1).name(), 0).readAllBytes();
        assertThat(photo).hasSize((int) waiting.get(1).size());
        byte[] cleaned = CAPTURE.clone();
        cleaned[0] = 'j';
        assertThat(Age.open(photo, phone.clinic.identity())).isEqualTo(cleaned);
    }

    @Test
    void whatBorderModeLetsGoWaitsFromThenOn() throws Exception {
        try (Scene scene = new Scene(folder)) {
            scene.phone.core.outbox().delivered(Duration.ofHours(13));
            scene.cross();
        }
        long from = Duration.ofHours(13).toSeconds();
        assertThat(Tampering.count(folder, "mail")).isEqualTo(2);
        assertThat(Tampering.count(folder, "mail where link_time = " + from)).isEqualTo(2);
    }

    @Test
    void whatIsNotDeliveredIsKnownWhileThePhoneIsLocked() throws Exception {
        try (Scene scene = new Scene(folder)) {
            scene.phone.restartLocked();
            scene.phone.core.sealLeftovers();
            assertThat(scene.phone.core.outbox().undelivered()).isEqualTo(new Undelivered(1, 1, 1));
            scene.phone.clinic.receiveAll(scene.phone.core.outbox(), scene.phone.clock.instant());
            assertThat(scene.phone.core.outbox().undelivered()).isEqualTo(new Undelivered(0, 1, 1));
        }
    }

    @Test
    void anAdoptedOrDroppedCaptureLeavesNoSpareBehind() throws Exception {
        try (Scene scene = new Scene(folder)) {
            TestPhone phone = scene.phone;
            phone.restart();
            phone.core.sealLeftovers();
            phone.intake.adopt(phone.intake.leftovers().get(0));
            assertThat(Files.list(folder.resolve("sealed"))).hasSize(1);
            phone.intake.expectPhoto(scene.id, ItemId.CASE);
            phone.leave("other.jpg", CAPTURE);
            phone.core.sealLeftovers();
            assertThat(Files.list(folder.resolve("sealed"))).hasSize(3);
            phone.intake.dropLeftover(phone.intake.leftovers().get(0));
            assertThat(Files.list(folder.resolve("sealed"))).hasSize(1);
        }
    }

    @Test
    void workGoesOnAtOnceUnderANewPassphraseWithNewKeys() throws Exception {
        try (Scene scene = new Scene(folder)) {
            TestPhone phone = scene.phone;
            String before;
            try (var keys = phone.core.deviceKeys(phone.vault)) {
                before = keys.signing().verifyingKey().text();
            }
            phone.intake.close();
            scene.cross();
            try (var words = TestPhone.passphrase()) {
                phone.vault = phone.core.vaults().create(words);
            }
            phone.intake = phone.core.intake(phone.vault);
            CaseId next = phone.consented();
            phone.intake.leave(next);
            assertThat(phone.intake.cases()).hasSize(1);
            assertThat(phone.core.outbox().waiting()).hasSize(3);
            try (var keys = phone.core.deviceKeys(phone.vault)) {
                assertThat(keys.signing().verifyingKey().text()).isNotEqualTo(before);
            }
        }
    }
}
