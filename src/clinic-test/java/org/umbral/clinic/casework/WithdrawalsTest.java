package org.umbral.clinic.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.clinic.audit.Audit;
import org.umbral.clinic.casework.Withdrawals.Told;
import org.umbral.clinic.enrol.Phones;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.clinic.keys.StaffSession.Role;
import org.umbral.shared.Failure;
import org.umbral.shared.Sha256;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.envelope.Envelope;
import org.umbral.shared.envelope.SignedDocument;
import org.umbral.testing.Colleagues;
import org.umbral.testing.SamplePhone;
import org.umbral.testing.SealedCase;
import org.umbral.testing.StaffedClinic;

/** SC-08: from the commit of a withdrawal on the case is there for attorneys and stewards only. */
class WithdrawalsTest {
    private static final FieldId DECISION = new FieldId("CON-03");
    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-21T10:00:00Z");

    @TempDir
    Path folder;

    private StaffedClinic clinic;
    private StaffSession attorney;
    private StaffSession paralegal;
    private StaffSession steward;
    private SamplePhone phone;
    private SealedCase sample;
    private ItemId consent;

    @BeforeEach
    void open() throws Failure {
        clinic = new StaffedClinic(folder);
        attorney = clinic.session();
        paralegal = Colleagues.of(attorney, Role.PARALEGAL, true);
        steward = Colleagues.of(attorney, Role.STEWARD, false);
        phone = clinic.join(attorney, "Trabajador FICTICIO");
        sample = new SealedCase(phone, clinic.random);
        consent = sample.person.child(clinic.random);
        clinic.deliverEmergency(phone, sample.firstSitting("NOW_LIFE_THREATENING"));
        clinic.deliver(
                phone,
                sample.sitting(
                        SealedCase.write("CON-02", consent, Value.text("SHARE_WITH_CLINIC")),
                        SealedCase.write("CON-03", consent, Value.text("GIVEN"))));
        clinic.desk.open(attorney, sample.id);
    }

    @AfterEach
    void close() {
        List.of(attorney, paralegal, steward).forEach(StaffSession::close);
        clinic.close();
    }

    @Test
    void everyDoorIsShutToAParalegalAndTheCaseIsNotThere() throws Failure {
        withdraw();
        assertThat(clinic.desk.queue(paralegal)).isEmpty();
        notThere(() -> clinic.desk.open(paralegal, sample.id));
        notThere(() -> clinic.desk.requireVisible(paralegal, sample.id));
        notThere(() -> clinic.desk.photo(paralegal, sample.id, Sha256.ofText("any"), new ByteArrayOutputStream()));
        notThere(() -> clinic.desk.ask(paralegal, sample.id, "?", Optional.empty()));
        notThere(() ->
                clinic.desk.write(paralegal, sample.id, new Desk.Changes(HowKnown.STAFF, Optional.empty(), List.of())));
        notThere(() -> clinic.guards.sponsors().open(paralegal, sample.id, "CALL_SPONSOR", ""));
        notThere(this::withdraw);
        assertThat(clinic.phones.delivered(paralegal, phone.device()).cases()).isEmpty();
        assertThat(clinic.desk.oldestEmergencyNotOpened()).isEmpty();
    }

    @Test
    void attorneysAndStewardsSeeThatItIsThere() throws Failure {
        withdraw();
        assertThat(clinic.desk.queue(attorney)).singleElement().matches(Desk.QueueRow::withdrawn);
        assertThat(clinic.desk.queue(steward))
                .singleElement()
                .matches(row ->
                        row.withdrawn() && row.name().isEmpty() && row.code().equals(sample.code));
        CaseFile file = clinic.desk.open(attorney, sample.id).caseFile();
        assertThat(settled(file, consent, "CON-03")).contains(Value.text("WITHDRAWN"));
        assertThat(settled(file, consent, "CON-12A")).contains(Value.text("PHONE_CALL"));
        assertThat(settled(file, consent, "CON-13"))
                .contains(Value.choices(List.of("DELETE_WHERE_POSSIBLE", "WITHDRAW_REQUEST_TOO")));
        assertThat(settled(file, ItemId.CASE, "CAS-13A").orElseThrow().asChoices())
                .contains("DV_SIGN");
    }

    @Test
    void thePhoneGetsTheOrderToEraseAndNothingElseAboutTheCase() throws Failure {
        clinic.desk.ask(paralegal, sample.id, "FICTICIO: ?", Optional.empty());
        assertThat(kinds()).contains("opened", "question");
        withdraw();
        clinic.desk.open(attorney, sample.id);
        clinic.desk.queue(steward);
        assertThat(kinds()).containsOnlyOnce("erase").doesNotContain("opened", "question", "settlement");
        assertThatThrownBy(() -> clinic.desk.ask(attorney, sample.id, "?", Optional.empty()))
                .hasMessage("consent-withdrawn");

        clinic.deliver(phone, sample.sitting(SealedCase.write("GRD-03", ItemId.CASE, Value.text("FICTICIO: later"))));
        assertThat(clinic.desk.open(attorney, sample.id).caseFile().entries().size())
                .as("what was sealed before still counts")
                .isGreaterThan(3);
        assertThat(kinds()).containsOnlyOnce("erase").doesNotContain("opened", "settlement");
    }

    @Test
    void aPhoneThatWasShutOutOrWroteLaterIsToldAsWell() throws Failure {
        SamplePhone second = clinic.join(attorney, "Trabajadora FICTICIA");
        SamplePhone third = clinic.join(attorney, "Tercera FICTICIA");
        clinic.deliver(second, pageOf(second));
        clinic.desk.open(attorney, sample.id);
        clinic.phones.revoke(attorney, phone.device(), Phones.Why.LOST);
        withdraw();
        assertThat(clinic.mail(second)).extracting(SignedDocument::kind).containsOnlyOnce("erase");
        assertThat(kinds()).doesNotContain("erase");
        SamplePhone again = clinic.join(attorney, "Trabajador FICTICIO", phone.signing());
        clinic.desk.queue(attorney);
        assertThat(clinic.mail(again)).extracting(SignedDocument::kind).contains("erase");
        clinic.deliver(third, pageOf(third));
        clinic.desk.queue(attorney);
        assertThat(clinic.mail(third)).extracting(SignedDocument::kind).contains("erase");
    }

    private Envelope pageOf(SamplePhone other) {
        return new SealedCase(other, clinic.random, sample.id)
                .sitting(SealedCase.write("CAP-14", ItemId.CASE, Value.text("YES")));
    }

    @Test
    void whatWasWrittenApartDoesNotBringItBack() throws Failure {
        withdraw();
        clinic.deliver(phone, sample.sitting(SealedCase.write("CON-03", consent, Value.text("GIVEN"))));
        assertThat(clinic.desk.queue(paralegal)).isEmpty();
        assertThat(clinic.desk.queue(attorney)).hasSize(1);
    }

    @Test
    void aWithdrawalThatAWorkerWroteCountsAsWell() throws Failure {
        clinic.deliver(
                phone,
                sample.sitting(SealedCase.write(
                        "CON-03",
                        consent,
                        Value.text("WITHDRAWN"),
                        clinic.desk
                                .open(attorney, sample.id)
                                .caseFile()
                                .seen(consent, DECISION)
                                .first())));
        assertThat(clinic.desk.queue(paralegal)).isEmpty();
        assertThat(clinic.desk.queue(attorney)).hasSize(1);
        assertThat(kinds()).contains("erase");
    }

    @Test
    void anAttorneyUndoesItWithAReasonAndNobodyElse() throws Failure {
        withdraw();
        assertThatThrownBy(() -> clinic.guards.withdrawals().undo(steward, sample.id, "WRONG_CASE"))
                .hasMessage("not-your-role");
        assertThatThrownBy(() -> clinic.guards.withdrawals().undo(attorney, sample.id, ""))
                .hasMessage("reason-missing");
        clinic.guards.withdrawals().undo(attorney, sample.id, "WRONG_CASE");
        assertThat(clinic.desk.queue(paralegal)).singleElement().matches(row -> !row.withdrawn());
        CaseFile file = clinic.desk.open(paralegal, sample.id).caseFile();
        assertThat(settled(file, consent, "CON-03")).contains(Value.text("GIVEN"));
        assertThat(file.hasConflicts()).isFalse();
        withdraw();
        assertThat(clinic.desk.queue(paralegal)).isEmpty();
        assertThat(kinds()).filteredOn("erase"::equals).as("told anew").hasSize(2);
    }

    @Test
    void theAuditNamesWhatHappenedAndNothingElse() throws Failure {
        Told bad = new Told(sample.person, AT, "BY_CARRIER_PIGEON", Set.of(), false);
        assertThatThrownBy(() -> clinic.guards.withdrawals().withdraw(paralegal, sample.id, bad))
                .hasMessage("value-does-not-fit");
        clinic.guards.withdrawals().undo(attorney, sample.id, "WRONG_CASE");
        assertThat(audited(Audit.Action.CONSENT_WITHDRAWN)).isEmpty();
        assertThat(audited(Audit.Action.WITHDRAWAL_UNDONE)).isEmpty();
        withdraw();
        clinic.guards.withdrawals().undo(attorney, sample.id, "WRONG_CASE");
        assertThat(audited(Audit.Action.CONSENT_WITHDRAWN)).containsExactly(sample.id.text());
        assertThat(audited(Audit.Action.WITHDRAWAL_UNDONE)).containsExactly(sample.id.text() + " WRONG_CASE");
        assertThat(clinic.audit.verify()).isZero();
    }

    private List<String> audited(Audit.Action action) throws Failure {
        return clinic.audit.find(new Audit.Search("", action.name(), "", "", "", Long.MAX_VALUE), 10).stream()
                .map(Audit.Line::object)
                .toList();
    }

    @Test
    void whereNobodyWroteAConsentTheWithdrawalIsTheFirst() throws Failure {
        SealedCase other = new SealedCase(phone, clinic.random);
        clinic.deliver(phone, other.firstSitting("ROUTINE"));
        clinic.desk.open(paralegal, other.id);
        clinic.guards
                .withdrawals()
                .withdraw(paralegal, other.id, new Told(other.person, AT, "LETTER", Set.of(), false));
        assertThat(clinic.desk.queue(paralegal)).extracting(row -> row.id()).containsExactly(sample.id);
    }

    private void withdraw() throws Failure {
        Set<String> scope = Set.of("DELETE_WHERE_POSSIBLE", "WITHDRAW_REQUEST_TOO");
        clinic.guards
                .withdrawals()
                .withdraw(paralegal, sample.id, new Told(sample.person, AT, "PHONE_CALL", scope, true));
    }

    private static Optional<Value> settled(CaseFile file, ItemId item, String field) {
        return file.answer(item, new FieldId(field)).flatMap(answer -> answer.settled());
    }

    private List<String> kinds() throws Failure {
        return clinic.mail(phone).stream().map(SignedDocument::kind).toList();
    }

    private static void notThere(ThrowingCallable door) {
        assertThatThrownBy(door).hasMessage("no-such-case");
    }
}
