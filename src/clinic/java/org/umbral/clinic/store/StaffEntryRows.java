package org.umbral.clinic.store;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.TryAgain;

/** What staff wrote to cases, as it is kept at rest: sealed by the caller but for ids, audience, time and state. Thread-safe. */
public final class StaffEntryRows {
    private static final String COLUMNS =
            "select entry, case_id, audience, sequence, json_hash, written_at, sent, signature, json, writer"
                    + " from staff_entries where case_id = :case ";
    private static final RowMapper<Row> ROW = (row, context) -> new Row(
            row.getString("entry"),
            row.getString("case_id"),
            row.getString("audience"),
            row.getInt("sequence"),
            row.getString("json_hash"),
            row.getLong("written_at"),
            row.getBoolean("sent"),
            row.getBytes("signature"),
            row.getBytes("json"),
            row.getBytes("writer"));

    private final Database database;

    public StaffEntryRows(Database database) {
        this.database = database;
    }

    /**
     * @param sequence of the clinic's own entries of the case and audience, from 1
     * @param sent whether its letter is in the mail; of an audience that no phone reads there is none
     */
    public record Row(
            String entry,
            String caseId,
            String audience,
            int sequence,
            String jsonHash,
            long writtenAt,
            boolean sent,
            byte[] signature,
            byte[] json,
            byte[] writer) {
        @Override
        public String toString() {
            return "Row[" + entry + "]";
        }
    }

    /**
     * One save, with the cases' new cards and photos and its rows of the audit: whole or not at all.
     * {@code AskThePerson("no-such-case")} where one of them was erased meanwhile.
     */
    public void write(List<Row> rows, List<CaseRows.Changed> changed, long now, List<AuditRows.Next> audited)
            throws AskThePerson, TryAgain {
        database.transaction(handle -> {
            write(handle, rows, changed, now);
            audited.forEach(one -> AuditRows.append(handle, one));
            return rows.size();
        });
    }

    static void write(Handle handle, List<Row> rows, List<CaseRows.Changed> changed, long now) throws AskThePerson {
        rows.forEach(row -> handle.createUpdate("insert into staff_entries (entry, case_id, audience, sequence,"
                        + " json_hash, written_at, sent, signature, json, writer) values (:entry, :caseId,"
                        + " :audience, :sequence, :jsonHash, :writtenAt, :sent, :signature, :json, :writer)")
                .bindMethods(row)
                .execute());
        for (CaseRows.Changed one : changed) {
            if (CaseRows.isGone(handle, one.caseId())) {
                throw new AskThePerson("no-such-case");
            }
            handle.createUpdate("update cases set changed_at = max(changed_at, :now), card = :card,"
                            + " withdrawn = :withdrawn, erase_sent = erase_sent and :withdrawn where id = :id")
                    .bind("withdrawn", one.withdrawn())
                    .bind("now", now)
                    .bind("card", one.card())
                    .bind("id", one.caseId())
                    .execute();
            CaseRows.putBeside(handle, one);
        }
        handle.execute("update desk_state set value = value + 1 where name = 'version'");
    }

    /** In the order in which they were written. */
    public List<Row> of(String caseId) throws TryAgain {
        return database.read(handle -> handle.createQuery(COLUMNS + "order by written_at, audience, sequence")
                .bind("case", caseId)
                .map(ROW)
                .list());
    }

    public Optional<Row> last(String caseId, String audience) throws TryAgain {
        return database.read(
                handle -> handle.createQuery(COLUMNS + "and audience = :audience order by sequence desc limit 1")
                        .bind("case", caseId)
                        .bind("audience", audience)
                        .map(ROW)
                        .findOne());
    }

    /** @param phones that had joined before its letter was put in the mail */
    public void markSent(String entry, int phones) throws TryAgain {
        database.transaction(handle -> handle.execute(
                "update staff_entries set sent = true where entry = ?" + Devices.NO_OTHER_JOINED, entry, phones));
    }
}
