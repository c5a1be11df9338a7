package org.umbral.clinic.store;

import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
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

    /** Phones of which nothing was held of the case before these entries have to be told as well. */
    static void captured(Handle handle, String caseId, Collection<CaseRows.EntryRow> entries) {
        List<String> arrived = entries.stream()
                .filter(entry -> entry.caseId().equals(caseId))
                .map(CaseRows.EntryRow::entry)
                .toList();
        if (!arrived.isEmpty()) {
            handle.createUpdate("update cases set erase_sent = false where id = :case and withdrawn and exists"
                            + " (select 1 from case_entries n where n.entry in (<arrived>) and not exists (select 1 from"
                            + " case_entries b where b.case_id = :case and b.device = n.device"
                            + " and b.entry not in (<arrived>)))")
                    .bindList("arrived", arrived)
                    .bind("case", caseId)
                    .execute();
        }
    }

    /** @param phones that had joined before they were told */
    public void markTold(String caseId, int phones) throws TryAgain {
        database.transaction(handle -> handle.execute(
                "update cases set erase_sent = true where id = ? and withdrawn" + Devices.NO_OTHER_JOINED,
                caseId,
                phones));
    }
}
