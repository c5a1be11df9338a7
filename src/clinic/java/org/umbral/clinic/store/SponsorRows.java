package org.umbral.clinic.store;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.umbral.shared.TryAgain;

/** Who opened what sponsors said in confidence, and why. Thread-safe. */
public final class SponsorRows {
    private final Database database;

    public SponsorRows(Database database) {
        this.database = database;
    }

    /**
     * @param seat the session in which it counts
     * @param reason code
     * @param words what was added, sealed by the caller; null where nothing was
     */
    public record Row(String staff, String seat, String caseId, long openedAt, String reason, byte @Nullable [] words) {
        @Override
        public String toString() {
            return "Row[" + caseId + "]";
        }
    }

    public boolean isOpen(String staff, String seat, String caseId) throws TryAgain {
        return database.read(handle ->
                handle.createQuery("select count(*) from sponsor_openings where staff = :staff and seat = :seat"
                                        + " and case_id = :case")
                                .bind("staff", staff)
                                .bind("seat", seat)
                                .bind("case", caseId)
                                .mapTo(Integer.class)
                                .one()
                        > 0);
    }

    /** With its row of the audit, whole or not at all; a second reason in the same session takes the place of the first. */
    public void put(Row row, AuditRows.Next audited) throws TryAgain {
        database.transaction(handle -> {
            handle.createUpdate("insert into sponsor_openings (staff, seat, case_id, opened_at, reason, words) values"
                            + " (:staff, :seat, :caseId, :openedAt, :reason, :words) on conflict (staff, seat, case_id)"
                            + " do update set opened_at = :openedAt, reason = :reason, words = :words")
                    .bindMethods(row)
                    .execute();
            return AuditRows.append(handle, audited);
        });
    }

    /** In the order in which they were opened. */
    public List<Row> of(String caseId) throws TryAgain {
        return database.read(handle -> handle.createQuery("select staff, seat, case_id, opened_at, reason, words from"
                        + " sponsor_openings where case_id = :case order by opened_at")
                .bind("case", caseId)
                .map((row, context) -> new Row(
                        row.getString("staff"),
                        row.getString("seat"),
                        row.getString("case_id"),
                        row.getLong("opened_at"),
                        row.getString("reason"),
                        row.getBytes("words")))
                .list());
    }
}
