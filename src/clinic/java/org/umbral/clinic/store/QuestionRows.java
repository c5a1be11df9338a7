package org.umbral.clinic.store;

import java.util.List;
import org.umbral.shared.TryAgain;

/** Questions to phones as they are kept at rest: sealed by the caller but for ids, time and state. Thread-safe. */
public final class QuestionRows {
    private final Database database;

    public QuestionRows(Database database) {
        this.database = database;
    }

    /** @param sent whether its letter is in the mail */
    public record Row(String id, String caseId, long askedAt, boolean sent, byte[] sealed) {
        @Override
        public String toString() {
            return "Row[" + id + "]";
        }
    }

    public void put(Row row) throws TryAgain {
        database.transaction(handle -> handle.createUpdate("insert into questions (id, case_id, asked_at, sent, sealed)"
                        + " values (:id, :caseId, :askedAt, :sent, :sealed)")
                .bindMethods(row)
                .execute());
    }

    /** @param phones that had joined before its letter was put in the mail */
    public void markSent(String id, int phones) throws TryAgain {
        database.transaction(handle ->
                handle.execute("update questions set sent = true where id = ?" + Devices.NO_OTHER_JOINED, id, phones));
    }

    /** In the order in which they were asked. */
    public List<Row> of(String caseId) throws TryAgain {
        return database.read(handle -> handle.createQuery("select id, case_id, asked_at, sent, sealed from questions"
                        + " where case_id = :case order by asked_at, id")
                .bind("case", caseId)
                .map((row, context) -> new Row(
                        row.getString("id"),
                        row.getString("case_id"),
                        row.getLong("asked_at"),
                        row.getBoolean("sent"),
                        row.getBytes("sealed")))
                .list());
    }
}
