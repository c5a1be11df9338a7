package org.umbral.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.phone.Delivery.State;
import org.umbral.phone.store.Waiting;
import org.umbral.shared.casefile.Answer;
import org.umbral.shared.casefile.Audience;
import org.umbral.shared.casefile.Author;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.casefile.EntryId;
import org.umbral.shared.casefile.EntryJson;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.casefile.Write;
import org.umbral.shared.envelope.DocumentKind;
import org.umbral.shared.envelope.Documents;
import org.umbral.shared.envelope.SignedDocument;
import org.umbral.shared.envelope.SignedEntry;
import org.umbral.shared.secret.OpeningKey;
import org.umbral.shared.secret.SigningKey;
import org.umbral.testing.Seeds;
import org.umbral.testing.TestClinic;
import org.umbral.testing.TestPhone;

class LettersTest {
    @TempDir
    Path home;

    private TestPhone phone;
    private CaseId id;

    @BeforeEach
    void deliver() throws Exception {
        phone = new TestPhone(home, 41);
        id = phone.consented();
        phone.write(id, ItemId.CASE, "CAS-06", "NOW_LIFE_THREATENING");
        phone.intake.leave(id);
        phone.clinic.receiveAll(phone.core.outbox(), phone.clock.instant());
    }

    @AfterEach
    void close() {
        phone.close();
    }

    @Test
    void openedAtTheClinicIsToldWithItsTimeAndALaterEntryBeginsAgain() throws Exception {
        assertThat(phone.intake.delivery(id).state()).isEqualTo(State.DELIVERED);
        send(opened("2026-11-20T21:10:00Z"));

        Delivery delivery = phone.intake.delivery(id);
        assertThat(delivery.state()).isEqualTo(State.OPENED);
        assertThat(delivery.openedAt()).contains(java.time.Instant.parse("2026-11-20T21:10:00Z"));
        phone.write(id, ItemId.CASE, "CAP-11", "ht");
        phone.intake.leave(id);
        assertThat(phone.intake.delivery(id).state()).isEqualTo(State.SENDING);
    }

    @Test
    void anEmergencyThatNobodyOpensForFifteenMinutesSaysSo() throws Exception {
        phone.clock.move(Duration.ofMinutes(14));
        assertThat(phone.intake.delivery(id).unopenedSince()).isEmpty();
        phone.clock.move(Duration.ofMinutes(1));
        assertThat(phone.intake.delivery(id).unopenedSince()).isPresent();
        send(opened(phone.clock.instant().toString()));
        assertThat(phone.intake.delivery(id).unopenedSince()).isEmpty();
    }

    @Test
    void aSettlementByStaffIsFoldedLikeAnyEntryAndOnce() throws Exception {
        SignedDocument settlement = settlement(phone.clinic.signing(), "WITHIN_72H");
        send(settlement);
        send(settlement);

        CaseFile caseFile = phone.intake.read(id);
        assertThat(caseFile.item(ItemId.CASE).orElseThrow().text("CAS-06")).contains("WITHIN_72H");
        assertThat(caseFile.hasConflicts()).isFalse();
        assertThat(phone.intake.cases().get(0).urgency()).isEqualTo("WITHIN_72H");
        assertThat(phone.core.quarantinedLetters()).isZero();
    }

    @Test
    void aSettlementThatArrivesBetweenTwoSavesIsSeenByTheSecond() throws Exception {
        phone.write(id, ItemId.CASE, "CAP-11", "ht");
        send(settlement(phone.clinic.signing(), "WITHIN_72H"));
        assertThat(phone.intake.read(id).item(ItemId.CASE).orElseThrow().text("CAS-06"))
                .contains("WITHIN_72H");

        phone.write(id, ItemId.CASE, "CAS-06", "ROUTINE");
        phone.intake.leave(id);

        CaseFile caseFile = phone.intake.read(id);
        assertThat(caseFile.item(ItemId.CASE).orElseThrow().text("CAS-06")).contains("ROUTINE");
        assertThat(caseFile.hasConflicts()).isFalse();
    }

    /** Rule R5: saving the draft again for another field says nothing about what came in between. */
    @Test
    void aSettlementThatArrivesAfterAnUncutWriteIsNotOverwrittenByTheNextSaveOfAnotherField() throws Exception {
        SignedDocument settlement = settlement(phone.clinic.signing(), "WITHIN_72H");
        phone.write(id, ItemId.CASE, "CAS-06", "ROUTINE");
        send(settlement);
        phone.write(id, ItemId.CASE, "CAP-11", "ht");
        phone.intake.leave(id);

        Answer answer =
                phone.intake.read(id).answer(ItemId.CASE, new FieldId("CAS-06")).orElseThrow();
        assertThat(answer.held())
                .extracting(held -> held.value().asText().orElseThrow())
                .containsExactlyInAnyOrder("ROUTINE", "WITHIN_72H");
    }

    /** Rule R5: an empty field says nothing of what staff wrote there. */
    @Test
    void whatStaffWroteStandsBesideWhatIsWrittenWhereThePhoneHasForgottenIt() throws Exception {
        send(settlement(phone.clinic.signing(), "WITHIN_72H"));
        CaseFile atTheClinic = phone.intake.read(id);
        forget();

        phone.write(id, ItemId.CASE, "CAS-06", "ROUTINE");
        phone.intake.leave(id);

        assertThat(values(atTheClinic.with(lastEntry()))).containsExactlyInAnyOrder("WITHIN_72H", "ROUTINE");
        assertThat(values(phone.intake.read(id))).containsExactly("ROUTINE");
    }

    @Test
    void whatStaffWriteToAStubCanBeReadForItsTermAndIsForgottenThen() throws Exception {
        forget();
        send(settlement(phone.clinic.signing(), "WITHIN_72H"));
        assertThat(phone.intake.row(id).orElseThrow().kept()).isEqualTo(CaseRow.Kept.PART);
        phone.clock.move(Duration.ofMinutes(59));
        phone.intake.tidy();
        assertThat(values(phone.intake.read(id))).containsExactly("WITHIN_72H");
        phone.intake.leave(id);

        phone.clock.move(Duration.ofMinutes(1));
        phone.intake.tidy();

        assertThat(phone.intake.row(id).orElseThrow().kept()).isEqualTo(CaseRow.Kept.STUB);
        assertThat(values(phone.intake.read(id))).isEmpty();
    }

    private void forget() throws Exception {
        send(phone.clinic.sign(DocumentKind.POLICY, new Documents.Policy(1, 1, 7, 30)));
        phone.intake.leave(id);
        phone.clock.move(Duration.ofHours(1));
        phone.intake.tidy();
        assertThat(phone.intake.row(id).orElseThrow().kept()).isEqualTo(CaseRow.Kept.STUB);
    }

    private Entry lastEntry() throws Exception {
        Waiting last = phone.core.outbox().waiting().get(0);
        byte[] sealed = phone.core.outbox().read(last.name(), 0).readAllBytes();
        return EntryJson.read(SignedEntry.open(sealed, phone.clinic.identity()).json());
    }

    private static List<String> values(CaseFile caseFile) {
        return caseFile.answer(ItemId.CASE, new FieldId("CAS-06")).stream()
                .flatMap(answer -> answer.held().stream())
                .flatMap(held -> held.value().asText().stream())
                .toList();
    }

    @Test
    void whatTheClinicDidNotSignIsSetAsideAndBlocksNothing() throws Exception {
        SigningKey foreign = SigningKey.generate(Seeds.repeatable(5));
        SignedDocument forged = SignedDocument.sign(
                DocumentKind.ERASE, TestClinic.KEY_NUMBER, new Documents.Erase(1, id.text()), foreign);
        send(forged, settlement(foreign, "ROUTINE"), opened("2026-11-20T21:10:00Z"));

        assertThat(phone.core.quarantinedLetters()).isEqualTo(2);
        assertThat(phone.intake.delivery(id).state()).isEqualTo(State.OPENED);
        assertThat(phone.intake.read(id).item(ItemId.CASE).orElseThrow().text("CAS-06"))
                .contains("NOW_LIFE_THREATENING");
    }

    @Test
    void aLetterToSomebodyElseIsSetAside() throws Exception {
        OpeningKey other = OpeningKey.generate(Seeds.repeatable(6));
        phone.clinic.send(phone.core.outbox(), other.sealingKey(), opened("2026-11-20T21:10:00Z"));
        phone.intake.tidy();
        assertThat(phone.core.quarantinedLetters()).isEqualTo(1);
    }

    @Test
    void theNextSigningKeyIsFollowedWhenTheOneBeforeVouchesForIt() throws Exception {
        SigningKey next = SigningKey.generate(Seeds.repeatable(7));
        OpeningKey identity = OpeningKey.generate(Seeds.repeatable(8));
        int number = TestClinic.KEY_NUMBER + 1;
        send(
                phone.clinic.sign(
                        DocumentKind.SIGNING_KEY,
                        new Documents.Key(1, number, next.verifyingKey().text())),
                SignedDocument.sign(
                        DocumentKind.IDENTITY,
                        number,
                        new Documents.Identity(1, 2, identity.sealingKey().text()),
                        next));

        var link = phone.core.outbox().link().orElseThrow();
        assertThat(link.signingKeyNumber()).isEqualTo(number);
        assertThat(link.clinicIdentity()).isEqualTo(identity.sealingKey());
        assertThat(phone.core.quarantinedLetters()).isZero();
    }

    @Test
    void aQuestionNeedsTheWorkerUntilItIsAnswered() throws Exception {
        String question = EntryId.random(Seeds.repeatable(9)).text();
        send(phone.clinic.sign(
                DocumentKind.QUESTION,
                new Documents.Question(
                        1, question, id.text(), "¿Qué fecha?", "staff", "2026-11-20T21:10:00Z", null, null)));
        assertThat(phone.intake.delivery(id).state()).isEqualTo(State.NEEDS_YOU);
        assertThat(phone.intake.delivery(id).deliveredAt()).contains(phone.clock.instant());
        send(opened("2026-11-20T21:12:00Z"));
        assertThat(phone.intake.delivery(id).state()).isEqualTo(State.NEEDS_YOU);
        assertThat(phone.intake.delivery(id).openedAt()).contains(java.time.Instant.parse("2026-11-20T21:12:00Z"));
        phone.write(id, ItemId.CASE, "CAP-11", "ht");
        assertThat(phone.intake.delivery(id).state()).isEqualTo(State.NEEDS_YOU);
        assertThat(phone.intake.delivery(id).way()).isEqualTo(State.SENDING);
        phone.intake.answer(id, question, "El 3 de noviembre");
        assertThat(phone.intake.delivery(id).state()).isEqualTo(State.SENDING);
        phone.intake.undo(id);
        assertThat(phone.intake.delivery(id).state()).isEqualTo(State.NEEDS_YOU);
    }

    /** SC-07.2 */
    @Test
    void thatTheClinicMayKnowThePersonIsSaidUntilItIsTakenBack() throws Exception {
        assertThat(isPerhapsKnown()).isFalse();
        send(mayKnow(true), mayKnow(true));
        assertThat(isPerhapsKnown()).isTrue();
        assertThat(phone.intake.row(id).orElseThrow().mayBeKnown()).isTrue();
        phone.write(id, ItemId.CASE, "CAP-11", "ht");
        phone.intake.leave(id);
        send(opened("2026-11-20T21:10:00Z"), settlement(phone.clinic.signing(), "WITHIN_72H"));
        phone.intake.pin(id, true);
        phone.intake.pin(id, false);
        assertThat(isPerhapsKnown()).as("whatever else happens").isTrue();
        send(mayKnow(false));
        assertThat(isPerhapsKnown()).isFalse();
        assertThat(phone.core.quarantinedLetters()).isZero();
    }

    @Test
    void ofAStubNothingIsSaidAboutThePerson() throws Exception {
        send(mayKnow(true), phone.clinic.sign(DocumentKind.POLICY, new Documents.Policy(1, 1, 7, 30)));
        phone.clock.move(Duration.ofHours(1));
        phone.intake.tidy();
        assertThat(isPerhapsKnown()).isFalse();
        send(mayKnow(true));
        assertThat(isPerhapsKnown()).isFalse();
    }

    @Test
    void ofACaseThatThePhoneDoesNotHaveNothingIsSaid() throws Exception {
        String other = CaseId.random(Seeds.repeatable(12)).text();
        send(phone.clinic.sign(DocumentKind.MAY_KNOW, new Documents.MayKnow(1, other, true)));
        assertThat(phone.intake.cases()).singleElement().matches(row -> !row.mayBeKnown());
        assertThat(phone.core.quarantinedLetters()).isZero();
    }

    private SignedDocument mayKnow(boolean may) {
        return phone.clinic.sign(DocumentKind.MAY_KNOW, new Documents.MayKnow(1, id.text(), may));
    }

    private boolean isPerhapsKnown() throws Exception {
        return phone.intake.cases().get(0).mayBeKnown();
    }

    @Test
    void whatTheClinicErasesGoes() throws Exception {
        int waiting = phone.core.outbox().waitingCount();
        send(phone.clinic.sign(DocumentKind.ERASE, new Documents.Erase(1, id.text())));
        assertThat(phone.intake.cases()).isEmpty();
        assertThat(phone.intake.removedCount()).isEqualTo(1);
        assertThat(phone.core.outbox().waitingCount())
                .as("sealed mail that the clinic does not have still goes")
                .isEqualTo(waiting);
        phone.clock.move(Duration.ofDays(8));
        assertThat(phone.intake.removedCount()).isZero();
    }

    @Test
    void aPolicyOfTheClinicShortensWhatIsKept() throws Exception {
        send(phone.clinic.sign(DocumentKind.POLICY, new Documents.Policy(1, 1, 7, 30)));
        phone.clock.move(Duration.ofHours(1));
        phone.intake.tidy();
        assertThat(phone.intake.cases().get(0).urgency()).isEmpty();
    }

    private SignedDocument opened(String at) throws Exception {
        List<String> entries = phone.intake.read(id).entries().keySet().stream()
                .map(EntryId::text)
                .toList();
        return phone.clinic.sign(DocumentKind.OPENED, new Documents.Opened(1, id.text(), at, entries));
    }

    private SignedDocument settlement(SigningKey key, String urgency) throws Exception {
        FieldId field = new FieldId("CAS-06");
        Entry entry = new Entry(
                EntryId.random(Seeds.repeatable(99)),
                "clinic-ficticia",
                id,
                "2026-11-21a",
                Audience.PHONE,
                new Author("staff-1", "clinic", key.verifyingKey()),
                1,
                null,
                null,
                java.time.OffsetDateTime.parse("2026-11-20T21:20:00Z"),
                HowKnown.STAFF,
                List.of(new Write(
                        field,
                        ItemId.CASE,
                        Value.text(urgency),
                        phone.intake.read(id).seen(ItemId.CASE, field))));
        byte[] json = EntryJson.write(entry);
        String signature = Base64.getUrlEncoder().withoutPadding().encodeToString(key.sign(json));
        return phone.clinic.sign(
                DocumentKind.SETTLEMENT,
                new Documents.Settlement(1, id.text(), new String(json, StandardCharsets.UTF_8), "clinic", signature));
    }

    private void send(SignedDocument... documents) throws Exception {
        try (var keys = phone.core.deviceKeys(phone.vault)) {
            phone.clinic.send(phone.core.outbox(), keys.mailbox().sealingKey(), documents);
        }
        phone.intake.tidy();
    }
}
