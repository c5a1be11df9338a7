package org.umbral.clinic.store;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.umbral.shared.TryAgain;

/** Envelopes that do not count, each with its reason (rule R7). Thread-safe. */
public final class QuarantineRows {
    private final Database database;

    public QuarantineRows(Database database) {
        this.database = database;
    }

    /** @param device that delivered it */
    public record Row(
            String envelope, String reason, @Nullable String device, long receivedAt) {}

    public List<Row> list() throws TryAgain {
        return database.read(handle -> handle.createQuery(
                        "select envelope, reason, device, received_at from quarantine order by received_at, envelope")
                .map((row, context) -> new Row(
                        row.getString("envelope"),
                        row.getString("reason"),
                        row.getString("device"),
                        row.getLong("received_at")))
                .list());
    }

    static void put(Handle handle, List<Row> rows) {
        rows.forEach(row -> handle.createUpdate("insert into quarantine (envelope, reason, device, received_at)"
                        + " values (:envelope, :reason, :device, :receivedAt)"
                        + " on conflict (envelope) do update set reason = :reason")
                .bindMethods(row)
                .execute());
    }

    static void delete(Handle handle, List<String> envelopes) {
        envelopes.forEach(envelope -> handle.execute("delete from quarantine where envelope = ?", envelope));
    }
}
