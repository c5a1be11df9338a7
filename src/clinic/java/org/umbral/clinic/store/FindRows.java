package org.umbral.clinic.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.umbral.shared.TryAgain;

/** What cases are found by, sealed by the caller; and which cases changed since a stamp. Thread-safe. */
public final class FindRows {
    private final Database database;

    public FindRows(Database database) {
        this.database = database;
    }

    /** A case that came, changed or went. */
    public record Change(String caseId, long stamp) {}

    /** In the order of their stamps, which only grow. */
    public List<Change> since(long stamp) throws TryAgain {
        return database.read(handle -> handle.createQuery(
                        "select case_id, stamp from case_changes where stamp > :stamp order by stamp")
                .bind("stamp", stamp)
                .map((row, context) -> new Change(row.getString("case_id"), row.getLong("stamp")))
                .list());
    }

    /** By case, of these cases. */
    public Map<String, byte[]> of(List<String> cases) throws TryAgain {
        return database.read(handle -> handle.createQuery(
                        "select case_id, sealed from find_cards where case_id in (<cases>)")
                .bindList("cases", cases)
                .reduceRows(new HashMap<>(), (all, row) -> {
                    all.put(row.getColumn("case_id", String.class), row.getColumn("sealed", byte[].class));
                    return all;
                }));
    }

    /** Cases that came before there were such cards. */
    public List<String> missing() throws TryAgain {
        return database.read(
                handle -> handle.createQuery("select id from cases where id not in (select case_id from find_cards)")
                        .mapTo(String.class)
                        .list());
    }

    /** In place of a card that is not there. */
    public void add(Map<String, byte[]> cards) throws TryAgain {
        database.transaction(handle -> {
            cards.forEach((id, card) -> put(handle, id, card));
            return cards.size();
        });
    }

    static void put(Handle handle, String caseId, byte[] sealed) {
        handle.createUpdate("insert into find_cards (case_id, sealed) values (:case, :sealed)"
                        + " on conflict (case_id) do update set sealed = :sealed")
                .bind("case", caseId)
                .bind("sealed", sealed)
                .execute();
    }
}
