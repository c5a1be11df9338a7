package org.umbral.clinic.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.clinic.casework.Desk.Change;
import org.umbral.clinic.duplicates.Suggestion;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.clinic.store.CaseRows;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.Failure;
import org.umbral.shared.casefile.Answer;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.PartialDate;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.casefile.Write;
import org.umbral.shared.envelope.SignedDocument;
import org.umbral.testing.Colleagues;
import org.umbral.testing.SamplePhone;
import org.umbral.testing.SealedCase;
import org.umbral.testing.StaffedClinic;
import org.umbral.testing.WholeCatalogue;

/** SC-07 at a real clinic: two organisations captured one woman; one of the staff proposes, another approves. */
class StoredJoinsTest {
    private static final FieldId NAME = new FieldId("PER-02");
    private static final FieldId DECISION = new FieldId("CON-03");
    private static final String IN_A = "Fatima HOSSEINI";
    private static final String IN_B = "Fatemeh HUSSAINI";
    private static final List<String> PROTECTIVE = List.of("WITHDRAWN", "REFUSED", "NOT_ASKED");

    @TempDir
    Path folder;

    private StaffedClinic clinic;
    private StaffSession attorney;
    private StaffSession paralegal;
    private Joins joins;
    private Lookalikes lookalikes;
    private SamplePhone phoneA;
    private SamplePhone phoneB;
    private SealedCase caseA;
    private SealedCase caseB;
    private Suggestion found;

    @BeforeEach
    void open() throws Failure {
        clinic = new StaffedClinic(folder);
        attorney = clinic.session();
        paralegal = Colleagues.at(clinic, StaffSession.Role.PARALEGAL);
        joins = Casework.joins(clinic.store, WholeCatalogue.read(), clinic.audit, clinic.clock, clinic.random);
        lookalikes = Casework.lookalikes(clinic.store, WholeCatalogue.read(), clinic.audit);
        phoneA = clinic.join(attorney, "Olga FICTICIA");
        phoneB = clinic.join(attorney, "Omar FICTICIO");
        caseA = captured(phoneA, IN_A, "Albergue A", "ANONYMOUS_STATISTICS");
        caseB = captured(phoneB, IN_B, "Albergue B", "PHOTOGRAPH_DOCUMENTS");
        found = lookalikes.all(attorney).get(0);
    }

    @AfterEach
    void close() {
        paralegal.close();
        attorney.close();
        clinic.close();
    }

    @Test
    void whoProposedDoesNotApproveAndAColleagueDoes() throws Failure {
        joins.propose(paralegal, found.first(), found.second());
        refused("already-proposed", () -> joins.propose(attorney, found.second(), found.first()));
        refused("another-person-first", () -> joins.approve(paralegal, found.first(), found.second()));
        assertThat(queue()).hasSize(2);
        joins.approve(attorney, found.second(), found.first());
        refused("no-such-proposal", () -> joins.approve(attorney, found.first(), found.second()));
        refused("already-joined", () -> joins.propose(attorney, found.first(), found.second()));
        assertThat(lookalikes.all(attorney)).isEmpty();
        assertThat(joins.all(paralegal)).singleElement().satisfies(join -> {
            assertThat(join.state()).isEqualTo(Joins.State.JOINED);
            assertThat(join.own()).isTrue();
            assertThat(join.decidedBy()).isEqualTo(attorney.name());
        });
        assertThat(clinic.audit.verify()).isZero();
    }

    @Test
    void whatIsDeclinedStaysTwoCasesAndMayBeProposedAgain() throws Failure {
        joins.propose(paralegal, found.first(), found.second());
        joins.decline(attorney, found.first(), found.second());
        assertThat(queue()).hasSize(2);
        assertThat(lookalikes.all(attorney)).hasSize(1);
        joins.propose(attorney, found.first(), found.second());
        assertThat(joins.of(attorney, found.first(), found.second())
                        .orElseThrow()
                        .state())
                .isEqualTo(Joins.State.PROPOSED);
    }

    @Test
    void bothCodesLeadToOnePageAndOneLineAndEveryFieldOfBothIsThere() throws Failure {
        join();
        assertThat(queue()).singleElement().satisfies(row -> {
            assertThat(row.code()).contains(caseA.code, caseB.code);
            assertThat(row.name()).contains(IN_A, IN_B);
        });
        CaseFile one = clinic.desk.open(attorney, caseA.id).caseFile();
        CaseFile other = clinic.desk.open(attorney, caseB.id).caseFile();
        assertThat(one).isEqualTo(other);
        assertThat(names(one)).containsExactlyInAnyOrder(IN_A, IN_B);
        assertThat(one.items().values().stream().flatMap(item -> item.text("CAP-10").stream()))
                .containsExactlyInAnyOrder("Albergue A", "Albergue B");
        assertThat(WholeCatalogue.read().items(one, "person", ItemId.CASE)).hasSize(1);
        assertThat(WholeCatalogue.read()
                        .items(
                                one,
                                "contact",
                                one.item(caseA.person).orElseThrow().id()))
                .hasSize(2);
    }

    @Test
    void consentIsTheNarrowerOfTheTwo() throws Failure {
        deliver(phoneA, caseA, consent(caseA, "MEDICAL_RECORDS", "GIVEN"));
        deliver(phoneB, caseB, consent(caseB, "MEDICAL_RECORDS", "REFUSED"));
        join();
        CaseFile file = clinic.desk.open(attorney, caseA.id).caseFile();
        assertThat(decision(file, "SHARE_WITH_CLINIC")).containsExactly("GIVEN");
        assertThat(decision(file, "ANONYMOUS_STATISTICS")).containsExactly("NOT_ASKED");
        assertThat(decision(file, "PHOTOGRAPH_DOCUMENTS")).containsExactly("NOT_ASKED");
        assertThat(decision(file, "MEDICAL_RECORDS")).containsExactly("REFUSED");
        deliver(phoneA, caseA, consent(caseA, "CONTACT_SPONSOR", "GIVEN"));
        deliver(phoneB, caseB, consent(caseB, "CONTACT_SPONSOR", "WITHDRAWN"));
        assertThat(decision(clinic.desk.open(attorney, caseB.id).caseFile(), "CONTACT_SPONSOR"))
                .as("also what came later")
                .containsExactly("WITHDRAWN");
    }

    @Test
    void aWithdrawalAndItsUndoingReachBothIntakesThatAnsweredApart() throws Failure {
        deliver(phoneB, caseB, consent(caseB, "SHARE_WITH_CLINIC", "REFUSED"));
        join();
        ItemId person = clinic.desk
                .open(attorney, caseA.id)
                .caseFile()
                .item(caseA.person)
                .orElseThrow()
                .id();
        OffsetDateTime at = OffsetDateTime.parse("2026-11-21T10:00:00Z");
        Withdrawals.Told told = new Withdrawals.Told(person, at, "PHONE_CALL", Set.of(), false);
        clinic.guards.withdrawals().withdraw(attorney, caseA.id, told);
        CaseRows rows = new CaseRows(clinic.store.database());
        assertThat(rows.withdrawn()).containsExactlyInAnyOrder(caseA.id.text(), caseB.id.text());
        for (SamplePhone phone : List.of(phoneA, phoneB)) {
            assertThat(clinic.mail(phone)).extracting(SignedDocument::kind).contains("erase");
        }
        clinic.guards.withdrawals().undo(attorney, caseA.id, "WRONG_CASE");
        assertThat(rows.withdrawn()).isEmpty();
    }

    @Test
    void takenApartEachIsAsItWasCaptured() throws Failure {
        CaseFile before = clinic.desk.open(attorney, caseA.id).caseFile();
        join();
        refused("apart-why-missing", () -> joins.takeApart(paralegal, found.first(), found.second(), " "));
        joins.takeApart(paralegal, found.first(), found.second(), "Two sisters");
        assertThat(queue()).hasSize(2).noneMatch(row -> row.code().contains("+"));
        CaseFile after = clinic.desk.open(attorney, caseA.id).caseFile();
        assertThat(names(after)).containsExactly(IN_A);
        assertThat(names(clinic.desk.open(attorney, caseB.id).caseFile())).containsExactly(IN_B);
        assertThat(shown(after)).isEqualTo(shown(before));
        assertThat(joins.of(attorney, found.first(), found.second())
                        .orElseThrow()
                        .why())
                .isEqualTo("Two sisters");
        assertThat(lookalikes.all(attorney)).hasSize(1);
        join();
        assertThat(queue()).hasSize(1);
    }

    @Test
    void neitherPhoneGetsAnythingOfWhatTheOtherCaptured() throws Failure {
        join();
        CaseFile file = clinic.desk.open(attorney, caseA.id).caseFile();
        ItemId person = file.item(caseA.person).orElseThrow().id();
        TreeSet<org.umbral.shared.casefile.WriteId> seen = new TreeSet<>(file.seen(person, NAME));
        Change settled = new Change(person, NAME, Value.text(IN_B), seen);
        clinic.desk.write(attorney, caseA.id, new Desk.Changes(HowKnown.STAFF, Optional.empty(), List.of(settled)));
        clinic.desk.ask(
                attorney,
                caseA.id,
                "Ask about the telephone",
                Optional.of(new Desk.About(caseB.person, new FieldId("PER-21"))));
        clinic.desk.open(attorney, caseB.id);
        assertThat(names(clinic.desk.open(attorney, caseB.id).caseFile())).containsExactly(IN_B);
        assertThat(mail(phoneA))
                .contains(caseA.id.text())
                .doesNotContain(caseB.id.text(), IN_B, "Albergue B", caseB.person.path(), "Ask about");
        assertThat(mail(phoneB))
                .contains(caseB.id.text(), "Ask about the telephone")
                .doesNotContain(caseA.id.text(), IN_A, "Albergue A", caseA.person.path());
    }

    @Test
    void aClosedCaseThatLeadsIsOpenAgainWithTheOpenOneThatJoinsItAndClosedWhenStaffCloseBoth() throws Failure {
        CaseId lead = caseA.id.compareTo(caseB.id) < 0 ? caseA.id : caseB.id;
        close(lead);
        assertThat(clinic.desk.work().closed(attorney)).containsExactly(lead);
        join();
        assertThat(clinic.desk.work().closed(attorney)).isEmpty();
        close(lead);
        assertThat(clinic.desk.work().closed(attorney)).contains(queue().get(0).id());
    }

    @Test
    void closedCasesThatAreJoinedStayClosed() throws Failure {
        close(caseA.id);
        close(caseB.id);
        join();
        assertThat(clinic.desk.work().closed(attorney)).contains(queue().get(0).id());
    }

    @Test
    void whereOneOfThemWithdrewTheOtherIsNotThereEitherForWhoDoesNotSeeIt() throws Failure {
        SealedCase third = captured(phoneB, IN_B, "Albergue C", "PHOTOGRAPH_DOCUMENTS");
        Suggestion other = lookalikes.all(attorney).stream()
                .filter(one -> !one.equals(found) && one.level() == found.level())
                .filter(one ->
                        List.of(one.first().caseId(), one.second().caseId()).contains(third.id.text()))
                .findFirst()
                .orElseThrow();
        join();
        deliver(phoneA, caseA, consent(caseA, "SHARE_WITH_CLINIC", "WITHDRAWN"));
        assertThat(lookalikes.all(paralegal)).isEmpty();
        assertThat(lookalikes.known(paralegal, caseB.id.text())).isEmpty();
        assertThat(joins.all(paralegal)).isEmpty();
        refused("no-such-pair", () -> lookalikes.compare(paralegal, other.first(), other.second()));
        refused("no-such-case", () -> clinic.desk.requireVisible(paralegal, caseB.id));
        assertThat(lookalikes.compare(attorney, other.first(), other.second())).isNotNull();
        joins.takeApart(attorney, found.first(), found.second(), "Two sisters");
        clinic.desk.requireVisible(paralegal, caseB.id);
    }

    private void close(CaseId id) throws Failure {
        FieldId why = new FieldId("CAS-14");
        TreeSet<org.umbral.shared.casefile.WriteId> seen =
                new TreeSet<>(clinic.desk.open(attorney, id).caseFile().seen(ItemId.CASE, why));
        Change change = new Change(ItemId.CASE, why, Value.text("LOST_CONTACT"), seen);
        clinic.desk.write(attorney, id, new Desk.Changes(HowKnown.STAFF, Optional.empty(), List.of(change)));
    }

    @Test
    void hardPairsAreListedWithTheirCase() throws Failure {
        assertThat(lookalikes.openHardPairs(attorney, caseA.id.text())).isEmpty();
        deliver(phoneA, caseA, SealedCase.write("PER-21", caseA.person, Value.text("A000-000-012")));
        deliver(phoneB, caseB, SealedCase.write("PER-21", caseB.person, Value.text("000000012")));
        assertThat(lookalikes.openHardPairs(attorney, caseA.id.text())).hasSize(1);
        join();
        assertThat(lookalikes.openHardPairs(attorney, caseA.id.text())).isEmpty();
    }

    private void join() throws Failure {
        joins.propose(paralegal, found.first(), found.second());
        joins.approve(attorney, found.first(), found.second());
    }

    private List<Desk.QueueRow> queue() throws Failure {
        return clinic.desk.queue(attorney);
    }

    private String mail(SamplePhone phone) throws Failure {
        List<String> texts = new ArrayList<>();
        for (SignedDocument document : clinic.mail(phone)) {
            texts.add(document.payload());
        }
        return String.join("\n", texts);
    }

    private static List<String> names(CaseFile file) {
        return WholeCatalogue.read().items(file, "person", ItemId.CASE).stream()
                .flatMap(person -> person.answer(NAME).stream())
                .flatMap(answer -> answer.held().stream())
                .flatMap(held -> held.value().asText().stream())
                .toList();
    }

    private static List<String> shown(CaseFile file) {
        return file.items().values().stream()
                .filter(item -> item.state() != org.umbral.shared.casefile.Item.State.REMOVED)
                .flatMap(item -> item.answers().entrySet().stream()
                        .filter(answer -> !answer.getKey().prefix().equals("SYS"))
                        .map(answer -> item.id() + " " + answer.getKey() + " "
                                + answer.getValue().held().stream()
                                        .map(held -> held.value().json())
                                        .toList()))
                .sorted()
                .collect(Collectors.toList());
    }

    /** What rules go by, of each consent for the purpose; the same twice is said once. */
    private static List<String> decision(CaseFile file, String purpose) {
        return file.items().values().stream()
                .filter(item -> item.text("CON-02").filter(purpose::equals).isPresent())
                .flatMap(item -> item.answer(DECISION).stream())
                .map((Answer answer) ->
                        answer.mostProtective(PROTECTIVE).asText().orElse(""))
                .distinct()
                .toList();
    }

    private SealedCase captured(SamplePhone phone, String name, String place, String purpose) throws Failure {
        SealedCase made = new SealedCase(phone, clinic.random);
        ItemId contact = made.person.child(clinic.random);
        List<Write> writes = new ArrayList<>(List.of(
                SealedCase.write("CAS-02", ItemId.CASE, Value.text(made.code)),
                SealedCase.write("CAP-10", ItemId.CASE, Value.text(place)),
                SealedCase.write("PER-02", made.person, Value.text(name)),
                SealedCase.write("PER-11", made.person, PartialDate.ofYear(1993).toValue()),
                SealedCase.write("PER-28A", contact, Value.text("WHATSAPP")),
                SealedCase.write("PER-28", contact, Value.text("+1 202 555 0143"))));
        writes.addAll(List.of(consent(made, "SHARE_WITH_CLINIC", "GIVEN")));
        writes.addAll(List.of(consent(made, purpose, "GIVEN")));
        deliver(phone, made, writes.toArray(Write[]::new));
        return made;
    }

    private Write[] consent(SealedCase of, String purpose, String decision) {
        ItemId consent = of.person.child(clinic.random);
        return new Write[] {
            SealedCase.write("CON-02", consent, Value.text(purpose)),
            SealedCase.write("CON-03", consent, Value.text(decision))
        };
    }

    private void deliver(SamplePhone phone, SealedCase of, Write... writes) throws Failure {
        clinic.deliver(phone, of.sitting(writes));
        clinic.desk.queue(attorney);
    }

    /** Something that may be refused. */
    @FunctionalInterface
    private interface Try {
        void run() throws Failure;
    }

    private static void refused(String why, Try what) {
        assertThatThrownBy(what::run).isInstanceOf(AskThePerson.class).hasMessage(why);
    }
}
