package org.umbral.clinic.store;

import java.util.List;
import org.umbral.shared.TryAgain;

/** Cases whose consent was withdrawn, and whether the phones that captured them were told. Thread-safe. */
public final class Withdrawn {
    private final Database database;

    public Withdrawn(Database database) {
        this.database = database;
    }

    /** Ids of those whose phones still have to be told. */
    public List<String> toTell() throws TryAgain {
        return database.read(handle -> handle.createQuery("select id from cases where withdrawn and not erase_sent")
                .mapTo(String.class)
                .list());
    }

    /** What waits for a phone of this case stays here: the phone has nothing to fold it into any more. */
    public void nothingMoreToSend(String caseId) throws TryAgain {
        database.transaction(handle -> handle.execute("update staff_entries set sent = true where case_id = ?", caseId)
                + handle.execute("update questions set sent = true where case_id = ?", caseId));
    }

    public void markTold(String caseId) throws TryAgain {
        database.transaction(
                handle -> handle.execute("update cases set erase_sent = true where id = ? and withdrawn", caseId));
    }
}
