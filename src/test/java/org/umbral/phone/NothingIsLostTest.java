package org.umbral.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.umbral.phone.Delivery.State;
import org.umbral.phone.disk.PhoneFiles;
import org.umbral.phone.store.FullDatabase;
import org.umbral.phone.store.StorePoint;
import org.umbral.phone.store.Tampering;
import org.umbral.phone.store.Waiting;
import org.umbral.shared.GiveUp;
import org.umbral.shared.TryAgain;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.casefile.EntryJson;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.envelope.DocumentKind;
import org.umbral.shared.envelope.Documents;
import org.umbral.shared.envelope.SignedEntry;
import org.umbral.testing.TestPhone;

class NothingIsLostTest {
    private static final String PLANTED = "Xochiquetzal Ficticio de la Prueba";

    @TempDir
    Path home;

    /** Random sittings: what was read before is what a new process reads, and what the clinic folds from the envelopes. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void aReopenedStoreAndTheClinicFoldToTheSameCase(long seed) throws Exception {
        Random choice = new Random(seed);
        try (TestPhone phone = new TestPhone(home, seed)) {
            CaseId id = phone.consented();
            List<ItemId> sponsors = new ArrayList<>();
            for (int step = 0; step < 40; step++) {
                edit(phone, id, sponsors, choice, step);
            }
            CaseFile before = phone.intake.read(id);
            phone.restart();
            CaseFile after = phone.intake.read(id);
            assertThat(answers(after)).isEqualTo(answers(before));

            List<Entry> delivered = new ArrayList<>();
            for (Waiting item : phone.core.outbox().waiting()) {
                byte[] sealed = phone.core.outbox().read(item.name(), 0).readAllBytes();
                delivered.add(EntryJson.read(
                        SignedEntry.open(sealed, phone.clinic.identity()).json()));
            }
            CaseFile atTheClinic = CaseFile.fold(id, delivered);
            assertThat(atTheClinic).isEqualTo(after);
            assertThat(atTheClinic.hasConflicts()).isFalse();
        }
    }

    private static void edit(TestPhone phone, CaseId id, List<ItemId> sponsors, Random choice, int step)
            throws Exception {
        switch (choice.nextInt(9)) {
            case 0 -> phone.intake.leave(id);
            case 1 -> {
                ItemId sponsor = phone.intake.newItem(id, "sponsor", ItemId.CASE);
                phone.write(id, sponsor, "SPO-03", "Sponsor " + step);
                sponsors.add(sponsor);
            }
            case 2 -> {
                if (!sponsors.isEmpty()) {
                    phone.intake.remove(id, sponsors.remove(choice.nextInt(sponsors.size())));
                }
            }
            case 3 -> phone.intake.undo(id);
            case 4 -> phone.restart();
            default ->
                phone.write(
                        id, phone.person(id), choice.nextBoolean() ? "PER-02" : "PER-05", "Value " + choice.nextInt(4));
        }
    }

    private static List<String> answers(CaseFile caseFile) {
        List<String> all = new ArrayList<>();
        caseFile.items()
                .forEach((item, found) -> found.answers()
                        .forEach((field, answer) -> all.add(item + " " + field + " " + found.state() + " "
                                + answer.held().get(0).value().json())));
        return all;
    }

    @Test
    void theReadableAndTheSealedFormAreCommittedTogetherOrNotAtAll() throws Exception {
        AtomicReference<String> failAt = new AtomicReference<>("");
        StorePoint points = point -> {
            if (point.equals(failAt.get())) {
                throw new IllegalStateException("stopped here");
            }
        };
        try (TestPhone phone = new TestPhone(home, 51, PhoneFiles.onDisk(), points)) {
            CaseId id = phone.consented();
            phone.write(id, phone.person(id), "PER-02", "Ana");
            CaseFile before = phone.intake.read(id);
            Delivery lines = phone.intake.delivery(id);
            for (String point : List.of(
                    "commit-begun", "commit-mail-dropped", "commit-mail-queued", "commit-row-put", "commit-ready")) {
                failAt.set(point);
                assertThatThrownBy(() -> phone.write(id, phone.person(id), "PER-02", "Ana Ficticio"))
                        .hasMessage("stopped here");
                failAt.set("");
                assertThat(phone.intake.read(id)).as(point).isEqualTo(before);
                assertThat(phone.intake.delivery(id)).as(point).isEqualTo(lines);
            }
            phone.restart();
            assertThat(answers(phone.intake.read(id))).isEqualTo(answers(before));
            assertThat(phone.core.outbox().waiting()).hasSize(1);
        }
    }

    @Test
    void aFullDatabaseLeavesEverythingAsItWas() throws Exception {
        try (TestPhone phone = new TestPhone(home, 52)) {
            CaseId id = phone.consented();
            CaseFile before = phone.intake.read(id);
            FullDatabase.fill(phone.core.store());
            String text = "x".repeat(500);

            assertThatThrownBy(() -> {
                        for (int i = 0; i < 200; i++) {
                            ItemId sponsor = phone.intake.newItem(id, "sponsor", ItemId.CASE);
                            phone.write(id, sponsor, "SPO-03", text + i);
                        }
                    })
                    .isInstanceOf(TryAgain.class)
                    .hasMessage("disk-full");

            FullDatabase.empty(phone.core.store());
            CaseFile held = phone.intake.read(id);
            assertThat(answers(held)).containsAll(answers(before));
            phone.write(id, phone.person(id), "PER-02", "Ana");
            phone.intake.leave(id);
            phone.restart();
            assertThat(phone.core.outbox().waiting()).hasSize(1);
            assertThat(phone.intake.cases().get(0).name()).isEqualTo("Ana");
        }
    }

    @Test
    void aFlippedByteDamagesItsCaseAndNoOther() throws Exception {
        try (TestPhone phone = new TestPhone(home, 53)) {
            CaseId damaged = phone.consented();
            CaseId entryDamaged = phone.consented();
            CaseId fine = phone.consented();
            phone.write(fine, phone.person(fine), "PER-02", "Ana");
            phone.intake.leaveAll();
            Tampering.flip(home, "case", damaged.text());
            Tampering.flip(
                    home,
                    "entry",
                    phone.intake.read(entryDamaged).entries().firstKey().text());

            List<CaseRow> rows = phone.intake.cases();
            assertThat(rows).hasSize(3);
            assertThat(rows.get(0).id()).isEqualTo(damaged);
            assertThat(rows.get(0).delivery().state()).isEqualTo(State.NEEDS_YOU);
            for (CaseId one : List.of(damaged, entryDamaged)) {
                assertThatThrownBy(() -> phone.intake.read(one))
                        .isInstanceOf(GiveUp.class)
                        .hasMessage("case-damaged");
            }
            assertThat(phone.intake
                            .read(fine)
                            .item(phone.person(fine))
                            .orElseThrow()
                            .text("PER-02"))
                    .contains("Ana");
            assertThat(phone.core.outbox().waiting()).hasSize(3);
        }
    }

    @Test
    void plantedWordsAreNowhereOnTheDiskOpenOrLocked() throws Exception {
        try (TestPhone phone = new TestPhone(home, 54)) {
            CaseId id = phone.consented();
            phone.write(id, phone.person(id), "PER-02", PLANTED);
            ItemId evidence = phone.intake.newItem(id, "evidence", ItemId.CASE);
            byte[] picture = TestPhone.picture(1, 5000);
            System.arraycopy(PLANTED.getBytes(java.nio.charset.StandardCharsets.UTF_8), 0, picture, 1000, 34);
            phone.intake.addPhoto(id, evidence, phone.leave("a.jpg", picture));
            assertThat(phone.finds(PLANTED)).isFalse();
            phone.intake.discardDraft(id);
            phone.intake.undo(id);
            phone.intake.leaveAll();
            phone.intake.close();
            phone.core.vaults().lock();
            assertThat(phone.finds(PLANTED)).isFalse();
            assertThat(phone.finds("PER-02")).isFalse();
            assertThat(phone.finds(TestPhone.WORDS)).isFalse();
            assertThat(phone.finds(phone.clinic.link().token()))
                    .as("the search itself")
                    .isTrue();
            phone.unlock();
            assertThat(phone.intake.cases().get(0).name()).isEqualTo(PLANTED);
        }
    }

    @Test
    void borderModeNeedsNoPassphraseAndKeepsTheSealedMail() throws Exception {
        try (TestPhone phone = new TestPhone(home, 55)) {
            CaseId id = phone.consented();
            phone.write(id, phone.person(id), "PER-02", "Ana");
            phone.restartLocked();

            phone.core.prepareToCross();

            assertThat(phone.core.vaults().state()).isEqualTo(org.umbral.phone.unlock.Vaults.State.NONE);
            assertThat(Tampering.count(home, "vault_row")).isZero();
            assertThat(phone.core.outbox().waiting()).hasSize(1);
            try (var words = TestPhone.passphrase()) {
                phone.vault = phone.core.vaults().create(words);
            }
            phone.intake = phone.core.intake(phone.vault);
            assertThat(phone.intake.cases()).isEmpty();
            CaseId next = phone.consented();
            phone.intake.leave(next);
            assertThat(phone.core.outbox().waiting()).hasSize(2);
        }
    }

    /** The kill harness relies on these names. */
    @Test
    void everyNamedPointIsPassedInTheLifeOfACase() throws Exception {
        TreeSet<String> passed = new TreeSet<>();
        try (TestPhone phone = new TestPhone(home, 56, PhoneFiles.onDisk(), passed::add)) {
            phone.core
                    .outbox()
                    .joined(
                            phone.clinic.link("token-2"),
                            List.of(phone.clinic.sign(DocumentKind.POLICY, Documents.Policy.DEFAULT)));
            phone.intake.tidy();
            CaseId id = phone.consented();
            ItemId evidence = phone.intake.newItem(id, "evidence", ItemId.CASE);
            phone.intake.addPhoto(id, evidence, phone.leave("a.jpg", TestPhone.picture(1, 500)));
            phone.intake.undo(id);
            phone.intake.undo(id);
            phone.consent(id, "SHARE_WITH_CLINIC", "GIVEN");
            phone.intake.addPhoto(id, evidence, phone.leave("a.jpg", TestPhone.picture(2, 500)));
            phone.intake.expectPhoto(id, evidence);
            phone.leave("b.jpg", TestPhone.picture(3, 500));
            phone.restartLocked();
            phone.core.sealLeftovers();
            phone.unlock();
            phone.intake.adopt(phone.intake.leftovers().get(0));
            phone.intake.leaveAll();
            phone.core.outbox().tried(phone.core.outbox().waiting().get(0).name());
            phone.clinic.receiveAll(phone.core.outbox(), phone.clock.instant());
            phone.core.outbox().epochChanged(phone.clinic.epoch());
            try (var keys = phone.core.deviceKeys(phone.vault)) {
                phone.clinic.send(
                        phone.core.outbox(),
                        keys.mailbox().sealingKey(),
                        phone.clinic.sign(
                                DocumentKind.BACKUP_MARK,
                                new Documents.BackupMark(1, phone.clinic.epoch(), 99, "2026-11-20T21:00:00Z")));
            }
            phone.clock.move(Duration.ofDays(4));
            phone.intake.tidy();
            java.nio.file.Files.write(home.resolve("sealed").resolve("f".repeat(64)), new byte[3]);
            phone.clock.move(Duration.ofDays(4000));
            phone.restart();
            phone.core.prepareToCross();
        }
        assertThat(passed).containsExactlyInAnyOrderElementsOf(StorePoint.ALL);
    }
}
