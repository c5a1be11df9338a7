package org.umbral.clinic.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.clinic.casework.Desk.Change;
import org.umbral.clinic.casework.Desk.Changes;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.clinic.store.WorkRows;
import org.umbral.shared.Failure;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.PartialDate;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.casefile.WriteId;
import org.umbral.testing.Roles;
import org.umbral.testing.SamplePhone;
import org.umbral.testing.SealedCase;
import org.umbral.testing.StaffedClinic;
import org.umbral.testing.WholeCatalogue;

/** Tasks, closing, and what stays as it was written. */
class WorkTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final String WHAT = "Ask for page 2 FICTICIO";

    @TempDir
    Path folder;

    private StaffedClinic clinic;
    private StaffSession attorney;
    private StaffSession paralegal;
    private SamplePhone phone;
    private SealedCase sample;

    @BeforeEach
    void open() throws Failure {
        clinic = new StaffedClinic(folder);
        attorney = clinic.session();
        paralegal = Roles.paralegal(attorney);
        phone = clinic.join(attorney, "Trabajador FICTICIO");
        sample = new SealedCase(phone, clinic.random);
        clinic.deliver(phone, sample.firstSitting("WITHIN_72H"));
        clinic.desk.queue(attorney);
    }

    @AfterEach
    void close() {
        attorney.close();
        clinic.close();
    }

    @Test
    void anOpenTaskOfAnyCaseIsListedAndADoneOneIsNot() throws Failure {
        ItemId task = task(WHAT, DAY);
        assertThat(clinic.desk.work().tasks(attorney)).singleElement().satisfies(one -> {
            assertThat(one.caseId()).isEqualTo(sample.id);
            assertThat(one.what()).isEqualTo(WHAT);
            assertThat(one.due()).contains(DAY);
            assertThat(one.whom()).isEqualTo("staff-7");
            assertThat(one.whomName()).isEqualTo("Berta Ficticia");
        });
        write(task, "TSK-01C", Value.flag(true));
        assertThat(clinic.desk.work().tasks(attorney)).isEmpty();
        assertThat(read().item(task).orElseThrow().text("TSK-01"))
                .as("it stays in the case")
                .contains(WHAT);
    }

    @Test
    void theSoonestStandsFirstAndWhatHasNoDayLast() throws Failure {
        task("later", DAY.plusDays(3));
        task("some day", null);
        task("first", DAY);
        assertThat(clinic.desk.work().tasks(paralegal))
                .extracting(Work.Task::what)
                .containsExactly("first", "later", "some day");
    }

    @Test
    void mailThatComesLeavesTasksAndClosingAsTheyAre() throws Failure {
        task(WHAT, DAY);
        write(ItemId.CASE, "CAS-14", Value.text("LOST_CONTACT"));
        clinic.deliver(phone, sample.sitting(SealedCase.write("CAS-07", ItemId.CASE, Value.text("FUNERAL"))));
        clinic.desk.queue(attorney);
        assertThat(clinic.desk.work().tasks(attorney)).hasSize(1);
        assertThat(clinic.desk.work().closed(attorney)).containsExactly(sample.id);
    }

    @Test
    void nothingButDayAndIdsOfATaskCanBeReadAtRest() throws Failure {
        task(WHAT, DAY);
        WorkRows.Task row = new WorkRows(clinic.store.database()).tasks().get(0);
        assertThat(row.due()).isEqualTo("2026-11-24");
        assertThat(new String(row.sealed(), StandardCharsets.ISO_8859_1))
                .doesNotContain("FICTICIO", "staff-7", "Berta");
        assertThatThrownBy(() -> clinic.desk.work().tasks(Roles.coordinator(attorney)))
                .hasMessage("not-your-role");
    }

    @Test
    void aCaseIsClosedByItsReasonAndOpenedAgainWithItsHistory() throws Failure {
        write(ItemId.CASE, "CAS-14", Value.text("OUT_OF_SCOPE"));
        write(ItemId.CASE, "ATY-06", Value.flag(true));
        write(ItemId.CASE, "ATY-06A", PartialDate.of(DAY).toValue());
        assertThat(clinic.desk.work().closed(paralegal)).containsExactly(sample.id);
        assertThat(work().keptUntil()).contains(LocalDate.of(2027, 2, 22));

        write(ItemId.CASE, "CAS-14", Value.text(""));
        assertThat(clinic.desk.work().closed(paralegal)).isEmpty();
        assertThat(work().keptUntil()).as("an open case is kept").isEmpty();
        assertThat(read().entries().values().stream()
                        .flatMap(entry -> entry.writes().stream())
                        .map(one -> one.value().asText().orElse("")))
                .contains("OUT_OF_SCOPE");
    }

    @Test
    void withoutTheNoticeNothingSaysUntilWhenItIsKept() throws Failure {
        write(ItemId.CASE, "CAS-14", Value.text("OUT_OF_SCOPE"));
        write(ItemId.CASE, "ATY-06A", PartialDate.of(DAY).toValue());
        assertThat(work().keptUntil()).isEmpty();
    }

    @Test
    void whereOneClosedItAndAnotherDidNotItIsOpen() throws Failure {
        Change closes = new Change(ItemId.CASE, new FieldId("CAS-14"), Value.text("OTHER"), Set.of());
        Change opens = new Change(ItemId.CASE, new FieldId("CAS-14"), Value.text(""), Set.of());
        write(closes);
        write(opens);
        assertThat(clinic.desk.work().closed(attorney)).isEmpty();
    }

    @Test
    void whatHappenedStaysAsItWasWrittenAndAMistakeIsALineMore() throws Failure {
        ItemId request = ItemId.CASE.child(clinic.random);
        write(request, "REQ-01", Value.number(1));
        ItemId event = request.child(clinic.random);
        write(event, "OUT-01", Value.text("ACK_AUTO"));
        for (String field : List.of("OUT-01", "OUT-01C")) {
            assertThatThrownBy(() -> write(event, field, Value.text("ACK_HUMAN")))
                    .hasMessage("only-added");
        }
        ItemId mark = request.child(clinic.random);
        write(
                change(mark, "OUT-01", Value.text("ENTERED_BY_MISTAKE")),
                change(mark, "OUT-08", Value.text(event.path())));
        assertThat(read().item(event).orElseThrow().text("OUT-01")).contains("ACK_AUTO");
        assertThat(read().item(mark).orElseThrow().text("OUT-08")).contains(event.path());
        write(request, "REQ-01", Value.number(2));
    }

    @Test
    void callsAndNotesAreOnlyAddedToo() throws Failure {
        for (String field : List.of("CAL-04", "NTE-01")) {
            ItemId item = ItemId.CASE.child(clinic.random);
            write(item, field, Value.text("FICTICIO"));
            assertThatThrownBy(() -> write(item, field, Value.text("otra"))).hasMessage("only-added");
        }
    }

    @Test
    void theOfficeAndTheProtocolAreTheAttorneysToWrite() {
        assertThatThrownBy(() -> write(ItemId.CASE.child(clinic.random), "REQ-02", Value.text("CBP")))
                .hasMessage("not-your-role");
        assertThatThrownBy(() -> write(ItemId.CASE, "CAS-15", Value.text("Alba FICTICIA")))
                .hasMessage("not-your-role");
    }

    @Test
    void noneOfItGoesToAPhone() throws Failure {
        int before = clinic.mail(phone).size();
        task(WHAT, DAY);
        write(ItemId.CASE, "CAS-14", Value.text("OTHER"));
        clinic.desk.queue(attorney);
        assertThat(clinic.mail(phone))
                .as("that staff opened it, and nothing else")
                .hasSize(before + 1);
    }

    private ItemId task(String what, @Nullable LocalDate due) throws Failure {
        ItemId task = ItemId.CASE.child(clinic.random);
        write(task, "TSK-01", Value.text(what));
        if (due != null) {
            write(task, "TSK-01A", PartialDate.of(due).toValue());
        }
        write(task, "TSK-01B", Value.text("staff-7").with(CaseWork.NAME, "Berta Ficticia"));
        return task;
    }

    private void write(ItemId item, String field, Value value) throws Failure {
        write(change(item, field, value));
    }

    private void write(Change... changes) throws Failure {
        clinic.desk.write(paralegal, sample.id, new Changes(HowKnown.STAFF, Optional.empty(), Arrays.asList(changes)));
    }

    private Change change(ItemId item, String field, Value value) throws Failure {
        Set<WriteId> seen = read().seen(item, new FieldId(field));
        return new Change(item, new FieldId(field), value, seen);
    }

    private CaseFile read() throws Failure {
        return clinic.desk.open(paralegal, sample.id).caseFile();
    }

    private CaseWork work() throws Failure {
        return new CaseWork(WholeCatalogue.read(), read());
    }
}
