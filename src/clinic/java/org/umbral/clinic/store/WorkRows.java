package org.umbral.clinic.store;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.umbral.shared.TryAgain;

/** What staff do with cases, as far as lists need it: which are closed, and the tasks that are open. Thread-safe. */
public final class WorkRows {
    private final Database database;

    public WorkRows(Database database) {
        this.database = database;
    }

    /** Of one case, as its entries say it now. */
    public record Work(boolean closed, List<Task> tasks) {}

    /**
     * @param item path of the task in its case
     * @param due a day, such as 2026-11-24; null where there is none
     * @param sealed by the caller: words and names
     */
    public record Task(String caseId, String item, @Nullable String due, byte[] sealed) {}

    static void put(Handle handle, String caseId, Work work) {
        handle.createUpdate("insert into case_work (case_id, closed) values (:case, :closed)"
                        + " on conflict (case_id) do update set closed = :closed")
                .bind("case", caseId)
                .bind("closed", work.closed())
                .execute();
        handle.execute("delete from open_tasks where case_id = ?", caseId);
        work.tasks()
                .forEach(task -> handle.createUpdate("insert into open_tasks (case_id, item, due, sealed)"
                                + " values (:caseId, :item, :due, :sealed)")
                        .bindMethods(task)
                        .execute());
    }

    public Set<String> closed() throws TryAgain {
        return database.read(handle -> handle.createQuery("select case_id from case_work where closed")
                .mapTo(String.class)
                .collect(Collectors.toSet()));
    }

    /** The soonest first, those without a day last. */
    public List<Task> tasks() throws TryAgain {
        return database.read(handle -> handle.createQuery("select case_id, item, due, sealed from open_tasks"
                        + " order by case when due is null then 1 else 0 end, due, case_id, item")
                .map((row, context) -> new Task(
                        row.getString("case_id"), row.getString("item"), row.getString("due"), row.getBytes("sealed")))
                .list());
    }
}
