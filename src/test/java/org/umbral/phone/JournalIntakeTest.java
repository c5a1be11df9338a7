package org.umbral.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.phone.Delivery.State;
import org.umbral.phone.store.Lane;
import org.umbral.phone.store.Waiting;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.Bug;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.casefile.EntryJson;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.Item;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.envelope.SignedEntry;
import org.umbral.testing.TestPhone;

class JournalIntakeTest {
    @TempDir
    Path home;

    private TestPhone phone;

    @BeforeEach
    void open() throws Exception {
        phone = new TestPhone(home, 11);
    }

    @AfterEach
    void close() {
        phone.close();
    }

    @Test
    void nothingIsKeptOfACaseToWhichNothingIsWritten() throws Exception {
        CaseId id = phone.intake.begin(HowKnown.RECALLED);

        assertThat(phone.intake.read(id).item(ItemId.CASE).orElseThrow().text("CAS-02"))
                .isPresent();
        assertThat(phone.person(id)).isNotNull();
        phone.intake.leave(id);
        assertThat(phone.intake.cases()).isEmpty();
        assertThat(phone.core.outbox().waitingCount()).isZero();
    }

    @Test
    void aPhoneThatHasNotJoinedAsksForThatFirst(@TempDir Path other) throws Exception {
        try (TestPhone alone = new TestPhone(other, 12)) {
            try (PhoneCore core = PhoneCore.open(
                            other.resolve("second"),
                            alone.intake.catalogue(),
                            alone.clock,
                            org.umbral.testing.Seeds.repeatable(1),
                            () -> 1L,
                            org.umbral.phone.disk.PhoneFiles.onDisk(),
                            capture -> {
                                throw new AskThePerson("not-a-picture");
                            });
                    var words = TestPhone.passphrase();
                    var intake = core.intake(core.vaults().create(words))) {
                assertThatThrownBy(() -> intake.begin(HowKnown.FACE_TO_FACE))
                        .isInstanceOf(AskThePerson.class)
                        .hasMessage("join-first");
            }
        }
    }

    @Test
    void beforeConsentNothingAboutAPersonIsTaken() throws Exception {
        CaseId id = phone.intake.begin(HowKnown.FACE_TO_FACE);
        ItemId person = phone.person(id);

        phone.write(id, ItemId.CASE, "CAP-11", "ht");
        phone.write(id, ItemId.CASE, "CAS-06", "ROUTINE");
        phone.consent(id, "COLLECT_AND_STORE", "GIVEN");
        assertThatThrownBy(() -> phone.write(id, person, "PER-02", "Ana Ficticio"))
                .isInstanceOf(AskThePerson.class)
                .hasMessage("consent-first");
        ItemId share = phone.consent(id, "SHARE_WITH_CLINIC", "REFUSED");
        assertThatThrownBy(() -> phone.write(id, person, "PER-02", "Ana Ficticio"))
                .hasMessage("consent-first");

        phone.write(id, share, "CON-03", "GIVEN");
        phone.write(id, person, "PER-02", "Ana Ficticio");

        assertThat(phone.intake.cases().get(0).name()).isEqualTo("Ana Ficticio");
    }

    @Test
    void withoutConsentNothingIsEverCut() throws Exception {
        CaseId id = phone.intake.begin(HowKnown.FACE_TO_FACE);
        phone.write(id, ItemId.CASE, "CAP-11", "ht");

        phone.intake.leaveAll();
        phone.restart();

        assertThat(phone.core.outbox().waitingCount()).isZero();
        assertThat(phone.intake.delivery(id).state()).isEqualTo(State.DRAFT);
        phone.consent(id, "COLLECT_AND_STORE", "GIVEN");
        phone.consent(id, "SHARE_WITH_CLINIC", "GIVEN");
        phone.intake.leave(id);
        assertThat(phone.core.outbox().waitingCount()).isEqualTo(1);
    }

    @Test
    void aRefusedIntakeLeavesOnlyACount() throws Exception {
        CaseId id = phone.intake.begin(HowKnown.FACE_TO_FACE);
        phone.write(id, ItemId.CASE, "CAP-11", "ht");
        phone.consent(id, "COLLECT_AND_STORE", "REFUSED");

        phone.intake.refuse(id);

        assertThat(phone.intake.cases()).isEmpty();
        assertThat(phone.intake.refusedCount()).isEqualTo(1);
        phone.restart();
        assertThat(phone.intake.cases()).isEmpty();
        assertThat(phone.intake.refusedCount()).isEqualTo(1);
        assertThat(phone.core.outbox().waitingCount()).isZero();
    }

    @Test
    void aDraftIsNotOfferedUntilItIsCutAndIsThenOneEnvelope() throws Exception {
        CaseId id = phone.consented();
        phone.write(id, phone.person(id), "PER-02", "Ana Ficticio");
        phone.write(id, phone.person(id), "PER-02", "Ana María Ficticio");
        assertThat(phone.core.outbox().waiting()).isEmpty();

        phone.intake.leave(id);

        List<Waiting> waiting = phone.core.outbox().waiting();
        assertThat(waiting).hasSize(1);
        Entry entry = opened(waiting.get(0));
        assertThat(entry.sequence()).isEqualTo(1);
        assertThat(entry.writes().stream().filter(write -> write.field().equals(new FieldId("PER-02"))))
                .singleElement()
                .satisfies(write -> assertThat(write.value()).isEqualTo(Value.text("Ana María Ficticio")));
        assertThat(phone.intake.read(id)).isEqualTo(CaseFile.fold(id, List.of(entry)));
    }

    @Test
    void everyStartCutsWhatAKillLeftAndNeedsNoPassphrase() throws Exception {
        CaseId id = phone.consented();
        phone.write(id, phone.person(id), "PER-02", "Ana Ficticio");

        phone.restartLocked();

        assertThat(phone.core.outbox().waiting()).hasSize(1);
        phone.clinic.receiveAll(phone.core.outbox(), phone.clock.instant());
        phone.unlock();
        assertThat(phone.intake.delivery(id).state()).isEqualTo(State.DELIVERED);
        assertThat(phone.intake.read(id).item(phone.person(id)).orElseThrow().text("PER-02"))
                .contains("Ana Ficticio");
    }

    @Test
    void aLaterEntryNamesTheOneBeforeAndWhatItHasSeen() throws Exception {
        CaseId id = phone.consented();
        ItemId person = phone.person(id);
        phone.write(id, person, "PER-02", "Ana");
        phone.intake.leave(id);
        Entry first = opened(phone.core.outbox().waiting().get(0));
        phone.clinic.receiveAll(phone.core.outbox(), phone.clock.instant());

        phone.write(id, person, "PER-02", "Ana Ficticio");
        phone.intake.leave(id);

        Entry second = opened(phone.core.outbox().waiting().get(0));
        assertThat(second.sequence()).isEqualTo(2);
        assertThat(second.previous()).isEqualTo(org.umbral.shared.Sha256.of(EntryJson.write(first)));
        assertThat(second.writes())
                .singleElement()
                .satisfies(write -> assertThat(write.seen()).hasSize(1));
        assertThat(phone.intake.read(id).hasConflicts()).isFalse();
    }

    /** Rule R4: "sent" belongs to the revision that was sent. */
    @Test
    void aReceiptOfTheOlderRevisionDoesNotMarkTheNewerAsSent() throws Exception {
        CaseId id = phone.consented();
        phone.write(id, phone.person(id), "PER-02", "Ana");
        phone.intake.leave(id);
        Waiting older = phone.core.outbox().waiting().get(0);

        phone.write(id, phone.person(id), "PER-02", "Ana Ficticio");
        phone.clinic.receive(phone.core.outbox(), older, phone.clock.instant());

        Delivery delivery = phone.intake.delivery(id);
        assertThat(delivery.state()).isEqualTo(State.SENDING);
        assertThat(delivery.sent()).isEqualTo(1);
        assertThat(delivery.total()).isEqualTo(2);
        phone.intake.leave(id);
        assertThat(phone.core.outbox().waiting())
                .singleElement()
                .satisfies(next -> assertThat(next.name()).isNotEqualTo(older.name()));
    }

    @Test
    void undoTakesBackWritesRemovalsAndAThrownAwayDraft() throws Exception {
        CaseId id = phone.consented();
        ItemId person = phone.person(id);
        phone.write(id, person, "PER-02", "Ana");
        phone.write(id, person, "PER-02", "Ana Ficticio");
        assertThat(phone.intake.undo(id)).isTrue();
        assertThat(name(id, person)).isEqualTo("Ana");

        ItemId sponsor = phone.intake.newItem(id, "sponsor", ItemId.CASE);
        phone.write(id, sponsor, "SPO-03", "Berta Ficticio");
        phone.intake.remove(id, sponsor);
        assertThat(phone.intake.catalogue().items(phone.intake.read(id), "sponsor", ItemId.CASE))
                .isEmpty();
        assertThat(phone.intake.undo(id)).isTrue();
        assertThat(phone.intake.catalogue().items(phone.intake.read(id), "sponsor", ItemId.CASE))
                .hasSize(1);

        phone.intake.discardDraft(id);
        assertThat(phone.intake.cases()).isEmpty();
        assertThat(phone.intake.undo(id)).isTrue();
        assertThat(name(id, person)).isEqualTo("Ana");

        phone.intake.leave(id);
        assertThat(phone.intake.undo(id)).isFalse();
    }

    @Test
    void aRemovalIsTakenBackWhateverWasWrittenSince() throws Exception {
        CaseId id = phone.consented();
        ItemId person = phone.person(id);
        ItemId sponsor = phone.intake.newItem(id, "sponsor", ItemId.CASE);
        phone.write(id, sponsor, "SPO-03", "Berta Ficticio");
        ItemId letter = phone.intake.newItem(id, "letter", sponsor);
        phone.write(id, letter, "LET-01", "SPONSOR");
        for (boolean wasSent : new boolean[] {false, true}) {
            phone.intake.remove(id, sponsor);
            phone.write(id, person, "PER-02", wasSent ? "Ana Ficticio" : "Ana");
            assertThat(phone.intake.restore(id, sponsor)).isTrue();

            CaseFile file = phone.intake.read(id);
            assertThat(file.item(sponsor).orElseThrow().text("SPO-03")).contains("Berta Ficticio");
            assertThat(file.item(sponsor).orElseThrow().state()).isEqualTo(Item.State.PRESENT);
            assertThat(file.item(letter).orElseThrow().text("LET-01")).contains("SPONSOR");
            assertThat(name(id, person)).isEqualTo(wasSent ? "Ana Ficticio" : "Ana");
            phone.intake.leave(id);
            assertThat(phone.intake.restore(id, sponsor)).isFalse();
        }
    }

    @Test
    void aRemovalOfWhatWasSentIsAWriteThatHasSeenIt() throws Exception {
        CaseId id = phone.consented();
        ItemId sponsor = phone.intake.newItem(id, "sponsor", ItemId.CASE);
        phone.write(id, sponsor, "SPO-03", "Berta Ficticio");
        phone.intake.leave(id);

        phone.intake.remove(id, sponsor);
        phone.intake.leave(id);

        assertThat(phone.intake.read(id).items()).containsKey(sponsor);
        assertThat(phone.intake.catalogue().items(phone.intake.read(id), "sponsor", ItemId.CASE))
                .isEmpty();
        assertThat(phone.core.outbox().waitingCount()).isEqualTo(2);
    }

    @Test
    void anUnchangedValueWritesNothingAndAValueTakenBackLeavesNoDraft() throws Exception {
        CaseId id = phone.consented();
        phone.write(id, phone.person(id), "PER-02", "Ana");
        phone.intake.leave(id);

        phone.write(id, phone.person(id), "PER-02", "Ana");
        phone.write(id, phone.person(id), "PER-02", "Ana F");
        phone.write(id, phone.person(id), "PER-02", "Ana");
        phone.intake.leave(id);

        assertThat(phone.core.outbox().waitingCount()).isEqualTo(1);
        assertThat(phone.intake.delivery(id).total()).isEqualTo(1);
    }

    @Test
    void anEmergencyMovesTheWholeCaseToItsLane() throws Exception {
        CaseId id = phone.consented();
        phone.write(id, phone.person(id), "PER-02", "Ana");
        phone.intake.leave(id);
        assertThat(phone.core.outbox().waiting().get(0).lane()).isEqualTo(Lane.ENTRY);

        phone.write(id, ItemId.CASE, "CAS-06", "NOW_LIFE_THREATENING");
        phone.intake.leave(id);

        assertThat(phone.core.outbox().waiting()).hasSize(2).allMatch(one -> one.lane() == Lane.EMERGENCY_ENTRY);
        assertThat(phone.intake.delivery(id).unopenedSince()).isPresent();
    }

    @Test
    void aFieldThatTheCatalogueDoesNotHaveIsABug() throws Exception {
        CaseId id = phone.consented();
        assertThatThrownBy(() -> phone.write(id, ItemId.CASE, "ATT-01", "x")).isInstanceOf(Bug.class);
    }

    @Test
    void whatWasHeardEarlierIsSaidInTheEntry() throws Exception {
        CaseId id = phone.consented();
        var heard = java.time.OffsetDateTime.parse("2026-11-19T10:00:00-07:00");
        phone.intake.heard(id, heard, HowKnown.FROM_PAPER_NOTES);
        phone.intake.leave(id);

        Entry entry = opened(phone.core.outbox().waiting().get(0));
        assertThat(entry.whenHeard()).contains(heard);
        assertThat(entry.known()).isEqualTo(HowKnown.FROM_PAPER_NOTES);
    }

    @Test
    void onceLockedEveryCallSaysSo() throws Exception {
        phone.consented();
        phone.core.vaults().lock();
        assertThatThrownBy(() -> phone.intake.cases())
                .isInstanceOf(AskThePerson.class)
                .hasMessage("locked");
    }

    private String name(CaseId id, ItemId person) throws Exception {
        return phone.intake.read(id).item(person).orElseThrow().text("PER-02").orElseThrow();
    }

    private Entry opened(Waiting item) throws Exception {
        byte[] sealed = phone.core.outbox().read(item.name(), 0).readAllBytes();
        SignedEntry signed = SignedEntry.open(sealed, phone.clinic.identity());
        Entry entry = EntryJson.read(signed.json());
        assertThat(signed.isSignedBy(entry.author().key())).isTrue();
        return entry;
    }
}
