package org.umbral.clinic.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.clinic.casework.Finding.By;
import org.umbral.clinic.casework.Standing.Why;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.clinic.store.AuditRows;
import org.umbral.shared.Failure;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.PartialDate;
import org.umbral.shared.casefile.Questions;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.casefile.Write;
import org.umbral.testing.Colleagues;
import org.umbral.testing.SamplePhone;
import org.umbral.testing.SealedCase;
import org.umbral.testing.StaffedClinic;

/** Cases are found by what people say of them, and stand in the queue with the reason why. */
class FindingTest {
    @TempDir
    Path folder;

    private StaffedClinic clinic;
    private StaffSession session;
    private SamplePhone phone;
    private SealedCase fatima;

    @BeforeEach
    void open() throws Failure {
        clinic = new StaffedClinic(folder);
        session = clinic.session();
        phone = clinic.join(session, "Olga FICTICIA");
        fatima = new SealedCase(phone, clinic.random);
        ItemId contact = fatima.person.child(clinic.random);
        ItemId paper = fatima.person.child(clinic.random);
        deliver(
                fatima,
                SealedCase.write("CAS-02", ItemId.CASE, Value.text(fatima.code)),
                SealedCase.write("CAS-06", ItemId.CASE, Value.text("ROUTINE")),
                SealedCase.write("PER-02", fatima.person, Value.text("Fatima HOSSEINI")),
                SealedCase.write("PER-03", fatima.person, Value.text("فاطمه حسینی")),
                SealedCase.write("PER-21", fatima.person, Value.text("A000-000-012")),
                SealedCase.write("DOC-03", paper, Value.text("L898902C3")),
                SealedCase.write("PER-28", contact, Value.text("+1 202 555 0143")));
        SealedCase other = new SealedCase(phone, clinic.random);
        deliver(other, SealedCase.write("PER-02", other.person, Value.text("Moses FICTIONAL")));
    }

    @AfterEach
    void close() {
        session.close();
        clinic.close();
    }

    @Test
    void aNameIsFoundAsWrittenInOtherSpellingsByItsSoundAndInItsOwnScript() throws Failure {
        found("fatima", By.NAME);
        found("Hoss", By.NAME);
        found("HOSSEINI Fatima", By.NAME);
        found("Fatemeh Hussaini", By.SPELLING);
        found("Hoseiny", By.SOUND);
        found("fátima", By.NAME);
        found("فاطمه", By.NAME);
    }

    @Test
    void numbersTelephonesAndCodesAreFoundHoweverTheyAreGrouped() throws Failure {
        found("A000000012", By.NUMBER);
        found("000-000-012", By.NUMBER);
        found("l898902c3", By.NUMBER);
        found("202 555 0143", By.NUMBER);
        found("(202) 555-0143", By.NUMBER);
        found(fatima.code, By.CODE);
        found(fatima.code.replace("-", "").toLowerCase(java.util.Locale.ROOT), By.CODE);
    }

    @Test
    void whatIsNotThereIsNotFoundAndTheAuditKeepsTheCountOnly() throws Failure {
        assertThat(find("Zzyzx")).isEmpty();
        assertThat(find("  ")).isEmpty();
        find("Hosseini");
        List<AuditRows.Row> rows = new AuditRows(clinic.store.database())
                .after(0, 500).stream()
                        .filter(row -> row.action().equals("SEARCHED"))
                        .toList();
        assertThat(rows).extracting(AuditRows.Row::object).containsExactly("0", "0", "1");
    }

    @Test
    void aStewardFindsCodesAndNoNames() throws Failure {
        try (StaffSession steward = Colleagues.at(clinic, StaffSession.Role.STEWARD)) {
            assertThat(clinic.beside.finding().find(steward, "fatima")).isEmpty();
            assertThat(clinic.beside.finding().find(steward, fatima.code)).hasSize(1);
        }
    }

    @Test
    void whatChangesIsFoundAtOnceAndAfterForgettingAgain() throws Failure {
        deliver(fatima, SealedCase.write("PER-09", fatima.person.child(clinic.random), Value.text("Fifi")));
        found("fifi", By.NAME);
        clinic.beside.finding().forget();
        found("fifi", By.NAME);
    }

    @Test
    void aLineSaysWhyItStandsThere() throws Failure {
        assertThat(standing(fatima)).isEqualTo(Why.NEW);
        clinic.desk.open(session, fatima.id);
        assertThat(standing(fatima)).isEqualTo(Why.OPENED);
        clinic.clock.move(Duration.ofMinutes(1));
        deliver(fatima, SealedCase.write("QST-02", Questions.itemOf("a question"), Value.text("Yes")));
        assertThat(standing(fatima)).isEqualTo(Why.ANSWERED);
        clinic.desk.open(session, fatima.id);
        deliver(
                fatima,
                SealedCase.write(
                        "CAP-17",
                        ItemId.CASE,
                        PartialDate.of(java.time.LocalDate.of(2026, 11, 22)).toValue()));
        clinic.desk.open(session, fatima.id);
        assertThat(standing(fatima)).as("tomorrow").isEqualTo(Why.OPENED);
        clinic.clock.move(Duration.ofDays(1));
        assertThat(standing(fatima)).isEqualTo(Why.FOLLOW_UP);
        deliver(fatima, SealedCase.write("CAS-06", ItemId.CASE, Value.text("NOW_LIFE_THREATENING")));
        assertThat(standing(fatima)).isEqualTo(Why.EMERGENCY);
        assertThat(clinic.desk.queue(session).get(0).id()).isEqualTo(fatima.id);
    }

    private Why standing(SealedCase of) throws Failure {
        try (StaffSession now = clinic.session()) {
            return clinic.desk.queue(now).stream()
                    .filter(row -> row.id().equals(of.id))
                    .findFirst()
                    .orElseThrow()
                    .standing()
                    .why();
        }
    }

    private void found(String typed, By by) throws Failure {
        assertThat(find(typed)).as(typed).singleElement().satisfies(one -> {
            assertThat(one.row().id()).isEqualTo(fatima.id);
            assertThat(one.by()).isEqualTo(by);
        });
    }

    private List<Finding.Found> find(String typed) throws Failure {
        return clinic.beside.finding().find(session, typed);
    }

    private void deliver(SealedCase of, Write... writes) throws Failure {
        clinic.deliver(phone, of.sitting(writes));
        clinic.desk.queue(session);
    }
}
