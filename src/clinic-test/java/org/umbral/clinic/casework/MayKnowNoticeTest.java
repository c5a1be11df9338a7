package org.umbral.clinic.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.clinic.duplicates.Suggestion;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.clinic.keys.StaffSession.Role;
import org.umbral.shared.Failure;
import org.umbral.shared.casefile.PartialDate;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.casefile.Write;
import org.umbral.shared.envelope.DocumentKind;
import org.umbral.shared.envelope.SignedDocument;
import org.umbral.testing.Colleagues;
import org.umbral.testing.SamplePhone;
import org.umbral.testing.SealedCase;
import org.umbral.testing.StaffedClinic;
import org.umbral.testing.WholeCatalogue;

/** SC-07.2 at a real clinic: what the phones of two organisations are told, word for word. */
class MayKnowNoticeTest {
    @TempDir
    Path folder;

    private StaffedClinic clinic;
    private StaffSession attorney;
    private StaffSession paralegal;
    private Joins joins;
    private Lookalikes lookalikes;
    private SamplePhone phoneA;
    private SamplePhone phoneB;

    @BeforeEach
    void open() throws Failure {
        clinic = new StaffedClinic(folder);
        attorney = clinic.session();
        paralegal = Colleagues.at(clinic, Role.PARALEGAL);
        joins = Casework.joins(clinic.store, WholeCatalogue.read(), clinic.audit, clinic.clock, clinic.random);
        lookalikes = Casework.lookalikes(clinic.store, WholeCatalogue.read(), clinic.audit);
        phoneA = clinic.join(attorney, "Olga FICTICIA");
        phoneB = clinic.join(attorney, "Omar FICTICIO");
    }

    @AfterEach
    void close() {
        paralegal.close();
        attorney.close();
        clinic.close();
    }

    @Test
    void eachPhoneIsToldOnceOfItsOwnCaseAndNothingOfTheOther() throws Failure {
        SealedCase caseA = captured(phoneA, "Fatima HOSSEINI", 1994, "+1 202 555 0143");
        SealedCase caseB = captured(phoneB, "Fatemeh HUSSAINI", 1994, "+1 202 555 0143");
        assertThat(told(phoneA)).as("before anybody compared").isEmpty();
        assertThat(lookalikes.all(paralegal)).hasSize(1);
        assertThat(lookalikes.all(attorney)).hasSize(1);
        assertThat(told(phoneA)).containsExactly(letter(caseA, true));
        assertThat(told(phoneB)).containsExactly(letter(caseB, true));
    }

    @Test
    void whatIsOnlyPossibleIsNotSaid() throws Failure {
        citizen(phoneA, captured(phoneA, "Fatima HOSSEINI", 1994, "+1 202 555 0143"), "AFG");
        citizen(phoneB, captured(phoneB, "Fatima HOSSEINI", 1994, "+1 202 555 0144"), "IRN");
        assertThat(lookalikes.all(attorney)).singleElement().matches(one -> one.level() == Suggestion.Level.POSSIBLE);
        assertThat(told(phoneA)).isEmpty();
        assertThat(told(phoneB)).isEmpty();
    }

    @Test
    void itIsTakenBackWhenStaffSayThatTheyAreTwo() throws Failure {
        SealedCase caseA = captured(phoneA, "Fatima HOSSEINI", 1994, "+1 202 555 0143");
        SealedCase caseB = captured(phoneB, "Fatemeh HUSSAINI", 1994, "+1 202 555 0143");
        Suggestion found = lookalikes.all(attorney).get(0);
        lookalikes.different(paralegal, found.first(), found.second());
        assertThat(told(phoneA)).containsExactly(letter(caseA, true), letter(caseA, false));
        assertThat(told(phoneB)).containsExactly(letter(caseB, true), letter(caseB, false));
    }

    @Test
    void itIsTakenBackWhenTheyAreOneAndNotSaidAgainWhenTheyAreTakenApart() throws Failure {
        SealedCase caseA = captured(phoneA, "Fatima HOSSEINI", 1994, "+1 202 555 0143");
        captured(phoneB, "Fatemeh HUSSAINI", 1994, "+1 202 555 0143");
        Suggestion found = lookalikes.all(attorney).get(0);
        joins.propose(paralegal, found.first(), found.second());
        assertThat(told(phoneA)).as("staff check").containsExactly(letter(caseA, true));
        joins.approve(attorney, found.first(), found.second());
        assertThat(told(phoneA)).containsExactly(letter(caseA, true), letter(caseA, false));
        joins.takeApart(attorney, found.first(), found.second(), "Two cousins.");
        lookalikes.all(attorney);
        assertThat(told(phoneA)).hasSize(2);
        assertThat(told(phoneB)).hasSize(2);
    }

    @Test
    void aPersonWhoWithdrewIsNotSaidToBeKnown() throws Failure {
        SealedCase caseA = captured(phoneA, "Fatima HOSSEINI", 1994, "+1 202 555 0143");
        SealedCase caseB = captured(phoneB, "Fatemeh HUSSAINI", 1994, "+1 202 555 0143");
        lookalikes.all(attorney);
        var consent = caseA.person.child(clinic.random);
        deliver(
                phoneA,
                caseA,
                SealedCase.write("CON-02", consent, Value.text("SHARE_WITH_CLINIC")),
                SealedCase.write("CON-03", consent, Value.text("WITHDRAWN")));
        lookalikes.all(attorney);
        assertThat(told(phoneB)).containsExactly(letter(caseB, true), letter(caseB, false));
        assertThat(told(phoneA)).as("its letters went with the case").isEmpty();
    }

    private static String letter(SealedCase made, boolean may) {
        return "{\"format\":1,\"caseId\":\"" + made.id.text() + "\",\"mayKnow\":" + may + "}";
    }

    /** The payloads of these letters, byte for byte as the phone opens them. */
    private List<String> told(SamplePhone phone) throws Failure {
        List<String> told = new ArrayList<>();
        for (SignedDocument document : clinic.mail(phone)) {
            if (document.kind().equals(DocumentKind.MAY_KNOW.wireName())) {
                told.add(document.payload());
            }
        }
        return told;
    }

    private SealedCase captured(SamplePhone phone, String name, int year, String telephone) throws Failure {
        SealedCase made = new SealedCase(phone, clinic.random);
        var contact = made.person.child(clinic.random);
        PartialDate born = new PartialDate(PartialDate.Calendar.GREG, year, null, null, false, "");
        deliver(
                phone,
                made,
                SealedCase.write("PER-02", made.person, Value.text(name)),
                SealedCase.write("PER-11", made.person, born.toValue()),
                SealedCase.write("PER-28A", contact, Value.text("WHATSAPP")),
                SealedCase.write("PER-28", contact, Value.text(telephone)));
        return made;
    }

    private void citizen(SamplePhone phone, SealedCase of, String country) throws Failure {
        deliver(phone, of, SealedCase.write("PER-18", of.person.child(clinic.random), Value.text(country)));
    }

    private void deliver(SamplePhone phone, SealedCase of, Write... writes) throws Failure {
        clinic.deliver(phone, of.sitting(writes));
        clinic.desk.queue(attorney);
    }
}
