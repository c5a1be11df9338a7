package org.umbral.clinic.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.clinic.duplicates.Suggestion;
import org.umbral.clinic.duplicates.Suggestion.Level;
import org.umbral.clinic.duplicates.Suggestion.Reason;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.Failure;
import org.umbral.shared.casefile.PartialDate;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.casefile.Write;
import org.umbral.testing.Catalogues;
import org.umbral.testing.SamplePhone;
import org.umbral.testing.SealedCase;
import org.umbral.testing.StaffedClinic;

/** Suggestions over the cases of a real clinic: SC-07, two shelters. */
class StoredLookalikesTest {
    private static final PartialDate NEW_YEAR = new PartialDate(PartialDate.Calendar.GREG, 1994, 1, 1, false, "");
    private static final PartialDate SOLAR =
            new PartialDate(PartialDate.Calendar.SOLAR_HIJRI, 1372, null, null, false, "1372");

    @TempDir
    Path folder;

    private StaffedClinic clinic;
    private StaffSession session;
    private Lookalikes lookalikes;
    private SamplePhone shelterA;
    private SamplePhone shelterB;

    @BeforeEach
    void open() throws Failure {
        clinic = new StaffedClinic(folder);
        session = clinic.session();
        lookalikes = Casework.lookalikes(clinic.store, Catalogues.shipped(), clinic.audit);
        shelterA = clinic.join(session, "Olga FICTICIA");
        shelterB = clinic.join(session, "Omar FICTICIO");
    }

    @AfterEach
    void close() {
        session.close();
        clinic.close();
    }

    @Test
    void fatimaIsSuggestedOnceBothCasesAreOpenedMailAndNotBefore() throws Failure {
        SealedCase first = fatima(shelterA, "Fatima HOSSEINI", NEW_YEAR);
        assertThat(lookalikes.all(session)).isEmpty();
        SealedCase second = fatima(shelterB, "Fatemeh HUSSAINI", SOLAR);
        assertThat(lookalikes.all(session)).singleElement().satisfies(found -> {
            assertThat(found.level()).isEqualTo(Level.PROBABLE);
            assertThat(found.reasons()).contains(Reason.NAME, Reason.BIRTH, Reason.TELEPHONE);
            assertThat(List.of(found.first().caseId(), found.second().caseId()))
                    .containsExactlyInAnyOrder(first.id.text(), second.id.text());
        });
        assertThat(lookalikes.of(session, second.id.text())).hasSize(1);
    }

    @Test
    void whatCameIsComparedBesideSomebodysWorkToo() throws Failure {
        fatima(shelterA, "Fatima HOSSEINI", NEW_YEAR);
        SealedCase second = fatima(shelterB, "Fatemeh HUSSAINI", SOLAR);
        assertThat(lookalikes.known(session, second.id.text())).isEmpty();
        lookalikes.keepUp(session);
        assertThat(lookalikes.known(session, second.id.text())).hasSize(1);
    }

    @Test
    void aDamagedCaseKeepsNoOtherFromBeingCompared() throws Failure {
        SealedCase damaged = fatima(shelterA, "Otra Persona", SOLAR);
        clinic.store
                .database()
                .transaction(handle ->
                        handle.execute("update case_entries set json = x'01' where case_id = ?", damaged.id.text()));
        fatima(shelterA, "Fatima HOSSEINI", NEW_YEAR);
        fatima(shelterB, "Fatemeh HUSSAINI", SOLAR);
        assertThat(lookalikes.all(session)).hasSize(1);
    }

    @Test
    void whatChangesInACaseChangesWhatIsSuggested() throws Failure {
        fatima(shelterA, "Fatima HOSSEINI", NEW_YEAR);
        SealedCase second = fatima(shelterB, "Otra Persona", SOLAR);
        assertThat(lookalikes.all(session)).isEmpty();
        deliver(shelterB, second, SealedCase.write("PER-03", second.person, Value.text("فاطمه حسینی")));
        assertThat(lookalikes.all(session)).hasSize(1);
    }

    @Test
    void whomStaffFoundDifferentAreNotSuggestedAgainAlsoWhenTheirCasesChange() throws Failure {
        fatima(shelterA, "Fatima HOSSEINI", NEW_YEAR);
        SealedCase second = fatima(shelterB, "Fatemeh HUSSAINI", SOLAR);
        Suggestion found = lookalikes.all(session).get(0);
        Lookalikes.Compared compared = lookalikes.compare(session, found.second(), found.first());
        assertThat(compared.first().names()).isNotEqualTo(compared.second().names());
        lookalikes.different(session, found.first(), found.second());
        assertThat(lookalikes.all(session)).isEmpty();
        deliver(shelterB, second, SealedCase.write("PER-03", second.person, Value.text("فاطمه")));
        assertThat(lookalikes.all(session)).isEmpty();
        assertThatThrownBy(() -> lookalikes.compare(session, found.first(), found.second()))
                .isInstanceOf(AskThePerson.class)
                .hasMessage("no-such-pair");
        assertThat(clinic.audit.verify()).isZero();
    }

    private SealedCase fatima(SamplePhone phone, String name, PartialDate born) throws Failure {
        SealedCase made = new SealedCase(phone, clinic.random);
        var contact = made.person.child(clinic.random);
        deliver(
                phone,
                made,
                SealedCase.write("PER-02", made.person, Value.text(name)),
                SealedCase.write("PER-11", made.person, born.toValue()),
                SealedCase.write("PER-28A", contact, Value.text("WHATSAPP")),
                SealedCase.write("PER-28", contact, Value.text("+1 202 555 0143")));
        return made;
    }

    private void deliver(SamplePhone phone, SealedCase of, Write... writes) throws Failure {
        clinic.deliver(phone, of.sitting(writes));
        clinic.desk.queue(session);
    }
}
