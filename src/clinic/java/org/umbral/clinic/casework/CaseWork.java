package org.umbral.clinic.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.Item;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.PartialDate;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.catalogue.Catalogue;

/** What staff wrote about their own work on a case: whether it is closed, what is to be done. */
public record CaseWork(Catalogue catalogue, CaseFile file) {
    /** How long what was not taken is kept after the person was told (notice N10; domain notes §6.5). */
    private static final int DAYS_AFTER_DECLINE = 90;

    static final FieldId WHY_CLOSED = new FieldId("CAS-14");
    private static final FieldId DECLINED = new FieldId("ATY-06");
    private static final FieldId DECLINED_ON = new FieldId("ATY-06A");
    private static final FieldId DUE = new FieldId("TSK-01A");
    private static final FieldId WHOM = new FieldId("TSK-01B");
    private static final FieldId DONE = new FieldId("TSK-01C");
    /** Beside the id of a member of staff: their name, which stays when their login goes. */
    public static final String NAME = "name";

    /** Where one person closed it while another opened it again, it is open. */
    public boolean isClosed() {
        return file.answer(ItemId.CASE, WHY_CLOSED)
                .filter(answer ->
                        answer.held().stream().allMatch(held -> held.value().isAnswer()))
                .isPresent();
    }

    /** The last day on which a closed case of which the person was told that it is not taken is kept. */
    public Optional<LocalDate> keptUntil() {
        boolean told = isClosed()
                && file.answer(ItemId.CASE, DECLINED)
                        .filter(answer -> answer.held().stream()
                                .allMatch(held -> held.value().isTrue()))
                        .isPresent();
        return told ? day(DECLINED_ON, ItemId.CASE).map(day -> day.plusDays(DAYS_AFTER_DECLINE)) : Optional.empty();
    }

    /** What is to be done, in the order in which it was written. */
    public List<Work.Task> openTasks() {
        return catalogue.items(file, "task", ItemId.CASE).stream()
                .filter(task -> !isDone(task))
                .map(task -> new Work.Task(
                        file.id(),
                        task.id(),
                        task.text("TSK-01").orElse(""),
                        day(DUE, task.id()),
                        task.text(WHOM.text()).orElse(""),
                        task.answer(WHOM).stream()
                                .flatMap(answer -> answer.held().stream())
                                .flatMap(held -> held.value().part(NAME).stream())
                                .findFirst()
                                .orElse("")))
                .toList();
    }

    private static boolean isDone(Item task) {
        return task.answer(DONE)
                .filter(answer ->
                        answer.held().stream().allMatch(held -> held.value().isTrue()))
                .isPresent();
    }

    /** The last day that is meant, of several answers the last. */
    private Optional<LocalDate> day(FieldId field, ItemId item) {
        return file.answer(item, field).stream()
                .flatMap(answer -> answer.held().stream())
                .map(held -> held.value())
                .filter(Value::isAnswer)
                .flatMap(value -> PartialDate.from(value).stream())
                .flatMap(date -> date.latest().stream())
                .max(LocalDate::compareTo);
    }
}
