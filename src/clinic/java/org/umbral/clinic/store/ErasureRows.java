package org.umbral.clinic.store;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.TryAgain;

/** Cases that are to be erased, and what was: the receipts, without a word of anybody. Thread-safe. */
public final class ErasureRows {
    private static final RowMapper<Row> ROW = (row, context) -> new Row(
            row.getString("case_id"),
            row.getString("reason"),
            row.getString("state"),
            row.getString("proposed_by"),
            row.getLong("proposed_at"),
            row.getString("decided_by"),
            row.getObject("decided_at") == null ? null : row.getLong("decided_at"),
            row.getObject("erased_at") == null ? null : row.getLong("erased_at"),
            row.getInt("entries"),
            row.getInt("photos"));

    private final Database database;

    public ErasureRows(Database database) {
        this.database = database;
    }

    /**
     * @param reason code
     * @param state proposed, refused, going or erased
     * @param entries how many went, and with them how many photos
     */
    public record Row(
            String caseId,
            String reason,
            String state,
            String proposedBy,
            long proposedAt,
            @Nullable String decidedBy,
            @Nullable Long decidedAt,
            @Nullable Long erasedAt,
            int entries,
            int photos) {}

    /**
     * In place of one that was refused or lapsed, and of one that was approved where the case has rows again, such as from a
     * backup. {@code AskThePerson("no-such-case")} where it has none.
     */
    public void propose(String caseId, String reason, String by, long now, AuditRows.Next audited)
            throws AskThePerson, TryAgain {
        database.transaction(handle -> {
            if (!CaseRows.isHere(handle, caseId)) {
                throw new AskThePerson("no-such-case");
            }
            handle.createUpdate("insert into erasures (case_id, reason, state, proposed_by, proposed_at) values (:case,"
                            + " :reason, 'proposed', :by, :now) on conflict (case_id) do update set reason = :reason,"
                            + " state = 'proposed', proposed_by = :by, proposed_at = :now, decided_by = null,"
                            + " decided_at = null, erased_at = null")
                    .bind("case", caseId)
                    .bind("reason", reason)
                    .bind("by", by)
                    .bind("now", now)
                    .execute();
            return AuditRows.append(handle, audited);
        });
    }

    /** {@code AskThePerson("no-such-proposal")}. */
    public void refuse(String caseId, String by, long now, AuditRows.Next audited) throws AskThePerson, TryAgain {
        database.transaction(handle -> {
            int refused = handle.createUpdate(
                            "update erasures set state = 'refused', decided_by = :by, decided_at = :now"
                                    + " where case_id = :case and state = 'proposed'")
                    .bind("case", caseId)
                    .bind("by", by)
                    .bind("now", now)
                    .execute();
            if (refused == 0) {
                throw new AskThePerson("no-such-proposal");
            }
            return AuditRows.append(handle, audited);
        });
    }

    public Optional<Row> find(String caseId) throws TryAgain {
        return database.read(handle -> handle.createQuery("select * from erasures where case_id = :case")
                .bind("case", caseId)
                .map(ROW)
                .findOne());
    }

    /** The newest first. */
    public List<Row> list() throws TryAgain {
        return database.read(handle -> handle.createQuery("select * from erasures order by proposed_at desc, case_id")
                .map(ROW)
                .list());
    }
}
