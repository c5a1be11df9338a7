package org.umbral.clinic.store;

import java.util.Set;
import org.umbral.shared.TryAgain;

/** Which cases' phones were told last that the clinic may already know the person. Thread-safe. */
public final class MayKnowRows {
    private final Database database;

    public MayKnowRows(Database database) {
        this.database = database;
    }

    public Set<String> told() throws TryAgain {
        return database.read(handle -> handle.createQuery("select case_id from may_know_told")
                .mapTo(String.class)
                .set());
    }

    public void tell(String caseId, boolean mayKnow) throws TryAgain {
        database.transaction(handle -> handle.execute(
                mayKnow
                        ? "insert into may_know_told (case_id) values (?) on conflict (case_id) do nothing"
                        : "delete from may_know_told where case_id = ?",
                caseId));
    }
}
