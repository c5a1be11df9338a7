package org.umbral.clinic.store;

import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;
import org.umbral.shared.TryAgain;
import org.umbral.shared.secret.VerifyingKey;

/** Envelopes that do not count, each with its reason (rule R7). Thread-safe. */
public final class QuarantineRows {
    private static final String ALL = "select envelope, reason, device, received_at, signer, author from quarantine ";
    private static final RowMapper<Row> ROW = (row, context) -> {
        String signer = row.getString("signer");
        return new Row(
                row.getString("envelope"),
                row.getString("reason"),
                row.getString("device"),
                row.getLong("received_at"),
                signer == null ? null : new AdmittedKeys.Signer(new VerifyingKey(signer), row.getString("author")));
    };

    private final Database database;

    public QuarantineRows(Database database) {
        this.database = database;
    }

    /**
     * @param device that delivered it
     * @param signer where the signature holds and only the key is not trusted
     */
    public record Row(
            String envelope,
            String reason,
            @Nullable String device,
            long receivedAt,
            AdmittedKeys.@Nullable Signer signer) {}

    public List<Row> list() throws TryAgain {
        return database.read(handle -> handle.createQuery(ALL + "order by received_at, envelope")
                .map(ROW)
                .list());
    }

    /** They may pass: the disk may be read again, the case may come back from a backup. */
    public static final Set<String> TRIED_AGAIN = Set.of("disk-unreadable", "stored-case-damaged");

    /**
     * Those that count now because their key was admitted since, those of which nobody wrote down who signed, and after them
     * those whose reason may have passed.
     */
    public List<Row> toOpenAgain(int most) throws TryAgain {
        return database.read(handle -> handle.createQuery(ALL
                        + "where reason in (<again>) or reason in ('unknown-key', 'revoked-key') and (signer is null"
                        + " or exists (select 1 from admitted_keys a where a.signer = quarantine.signer"
                        + " and a.author = quarantine.author)) order by reason in (<again>), received_at, envelope"
                        + " limit :most")
                .bindList("again", List.copyOf(TRIED_AGAIN))
                .bind("most", most)
                .map(ROW)
                .list());
    }

    /** How many with the emergency mark nobody saw who works on cases. */
    public int unseenEmergencies() throws TryAgain {
        return database.read(handle -> handle.createQuery("select count(*) from quarantine q join envelopes e"
                        + " on e.sha256 = q.envelope where q.seen_at is null and e.lane = 'emergency'")
                .mapTo(Integer.class)
                .one());
    }

    /** Somebody who works on cases looks at them; the first time counts. */
    public void seen(List<Row> rows, long now) throws TryAgain {
        database.transaction(handle -> {
            int seen = 0;
            for (Row row : rows) {
                seen += handle.createUpdate(
                                "update quarantine set seen_at = :now where envelope = :envelope and seen_at is null")
                        .bind("now", now)
                        .bind("envelope", row.envelope())
                        .execute();
            }
            return seen == 0 ? 0 : handle.execute("update desk_state set value = value + 1 where name = 'version'");
        });
    }

    static void put(Handle handle, List<Row> rows) {
        rows.forEach(row -> handle.createUpdate(
                        "insert into quarantine (envelope, reason, device, received_at, signer, author)"
                                + " values (:envelope, :reason, :device, :receivedAt, :key, :author)"
                                + " on conflict (envelope) do update set reason = :reason, signer = :key,"
                                + " author = :author")
                .bind("envelope", row.envelope())
                .bind("reason", row.reason())
                .bind("device", row.device())
                .bind("receivedAt", row.receivedAt())
                .bind("key", row.signer() == null ? null : row.signer().key().text())
                .bind("author", row.signer() == null ? null : row.signer().device())
                .execute());
    }

    static void delete(Handle handle, List<String> envelopes) {
        envelopes.forEach(envelope -> handle.execute("delete from quarantine where envelope = ?", envelope));
    }
}
