package org.umbral.clinic.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.clinic.casework.Desk.Change;
import org.umbral.clinic.casework.Desk.Changes;
import org.umbral.clinic.enrol.Phones;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.clinic.store.StaffEntryRows;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.Failure;
import org.umbral.shared.Json;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.PartialDate;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.envelope.DocumentKind;
import org.umbral.shared.envelope.Documents;
import org.umbral.shared.envelope.SignedDocument;
import org.umbral.testing.SamplePhone;
import org.umbral.testing.SealedCase;
import org.umbral.testing.StaffedClinic;

/** What staff write, ask and open reaches the phone that captured the case, whatever keys it has by then. */
class OutstandingTest {
    @TempDir
    Path folder;

    private StaffedClinic clinic;
    private StaffSession attorney;
    private SamplePhone phone;
    private SealedCase sample;

    @BeforeEach
    void open() throws Failure {
        clinic = new StaffedClinic(folder);
        attorney = clinic.session();
        phone = clinic.join(attorney, "Trabajador FICTICIO");
        sample = new SealedCase(phone, clinic.random);
    }

    @AfterEach
    void close() {
        attorney.close();
        clinic.close();
    }

    @Test
    void whatAPhoneDidNotFetchBeforeItWasShutOutComesOnceItHasJoinedAgain() throws Failure {
        captured();
        clinic.desk.open(attorney, sample.id);
        write();
        ask();
        clinic.phones.revoke(attorney, phone.device(), Phones.Why.LOST);
        SamplePhone again = joinedAgainWith(phone);

        clinic.desk.queue(attorney);
        clinic.desk.queue(attorney);

        assertThat(aboutTheCase(again)).containsExactlyInAnyOrder("opened", "question", "settlement");
        assertThat(opened(again).entries()).hasSize(1);
    }

    @Test
    void whatStaffWroteWhileEveryPhoneWasShutOutWaits() throws Failure {
        capturedByAPhoneThatIsShutOut();
        clinic.desk.open(attorney, sample.id);
        write();
        assertThat(aboutTheCase(phone)).isEmpty();
        assertThatThrownBy(this::ask).isInstanceOf(AskThePerson.class).hasMessage("no-phone-to-ask");

        SamplePhone again = joinedAgainWith(phone);
        clinic.desk.queue(attorney);

        assertThat(aboutTheCase(again)).containsExactlyInAnyOrder("opened", "settlement");
    }

    @Test
    void afterBorderModeNothingIsSealedForKeysThatThePhoneHasNoMore() throws Failure {
        SamplePhone crossed = phone.withOtherKeys(clinic.random);
        sample = new SealedCase(crossed, clinic.random);
        captured();
        clinic.desk.queue(attorney);
        confirm(crossed);
        clinic.desk.open(attorney, sample.id);
        write();
        assertThat(aboutTheCase(phone)).isEmpty();
        assertThatThrownBy(this::ask).isInstanceOf(AskThePerson.class).hasMessage("no-phone-to-ask");

        SamplePhone joined = joinedAgainWith(crossed);
        clinic.desk.queue(attorney);
        ask();

        assertThat(aboutTheCase(joined)).containsExactlyInAnyOrder("opened", "settlement", "question");
        assertThat(aboutTheCase(phone)).isEmpty();
    }

    @Test
    void entriesThatCameAfterItWasOpenedAreNotSaidToHaveBeenSeen() throws Failure {
        captured();
        clinic.desk.open(attorney, sample.id);
        clinic.deliver(phone, sample.sitting(SealedCase.write("PER-03", sample.person, Value.text("FICTICIA"))));
        clinic.desk.queue(attorney);
        SamplePhone again = joinedAgainWith(phone);

        clinic.desk.queue(attorney);

        assertThat(opened(again).entries()).hasSize(1);
    }

    @Test
    void aPhoneThatJoinsWhileALetterIsSealedForOthersIsNotTakenForTold() throws Failure {
        capturedByAPhoneThatIsShutOut();
        write();
        StaffEntryRows rows = new StaffEntryRows(clinic.store.database());
        String entry = rows.of(sample.id.text()).get(0).entry();
        int before = clinic.store.devices().count();
        SamplePhone again = joinedAgainWith(phone);

        rows.markSent(entry, before);

        clinic.desk.queue(attorney);
        assertThat(aboutTheCase(again)).containsExactly("settlement");
    }

    private void captured() throws Failure {
        clinic.deliver(phone, sample.firstSitting("WITHIN_72H"));
    }

    private void capturedByAPhoneThatIsShutOut() throws Failure {
        captured();
        clinic.desk.queue(attorney);
        clinic.phones.revoke(attorney, phone.device(), Phones.Why.LOST);
    }

    /** With the keys that it had then, and under another name. */
    private SamplePhone joinedAgainWith(SamplePhone keys) throws Failure {
        return clinic.join(attorney, "Trabajador FICTICIO", keys.signing());
    }

    private void confirm(SamplePhone crossed) throws Failure {
        Phones.Doubted key = clinic.phones.doubted(attorney).get(0);
        clinic.phones.admit(attorney, key.id(), crossed.signing().verifyingKey().spoken());
        clinic.desk.queue(attorney);
    }

    private void write() throws Failure {
        Change born = new Change(
                sample.person, new FieldId("PER-11"), PartialDate.ofYear(1986).toValue(), new TreeSet<>());
        clinic.desk.write(attorney, sample.id, new Changes(HowKnown.PHONE_CALL, Optional.empty(), List.of(born)));
    }

    private void ask() throws Failure {
        clinic.desk.ask(attorney, sample.id, "¿Quién la acompaña?", Optional.empty());
    }

    /** Kinds of letters, without those that every phone gets. */
    private List<String> aboutTheCase(SamplePhone of) throws Failure {
        List<String> kinds = List.of("opened", "question", "settlement");
        return clinic.mail(of).stream()
                .map(SignedDocument::kind)
                .filter(kinds::contains)
                .toList();
    }

    private Documents.Opened opened(SamplePhone of) throws Failure {
        SignedDocument letter = clinic.mail(of).stream()
                .filter(one -> one.kind().equals(DocumentKind.OPENED.wireName()))
                .findFirst()
                .orElseThrow();
        return Json.read(letter.payload(), Documents.Opened.class);
    }
}
