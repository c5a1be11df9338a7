package org.umbral.clinic.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.umbral.shared.Sha256;

/** The rows of whole envelopes, within somebody's transaction. */
final class EnvelopeRows {
    static final String ALL = "select sha256, size, device, lane, position, received_at, in_parts from envelopes ";

    private EnvelopeRows() {}

    static Optional<StoredEnvelope> find(Handle handle, Sha256 sha256) {
        return Statements.first(handle, EnvelopeRows::of, ALL + "where sha256 = ?", sha256.hex());
    }

    /**
     * Gives the next position, under the writers' lock; the one that is there already stays as it is.
     *
     * @param gone the row whose bytes were found gone, which this one replaces; one that came since stays
     */
    static StoredEnvelope add(
            Handle handle,
            Sha256 sha256,
            long size,
            String device,
            String lane,
            boolean inParts,
            Instant now,
            Optional<StoredEnvelope> gone) {
        Optional<StoredEnvelope> there = find(handle, sha256);
        if (there.isPresent() && !there.equals(gone)) {
            return there.get();
        }
        return put(handle, sha256, size, device, lane, inParts, now);
    }

    /** Gives the next position, in place of a row whose bytes are gone. */
    static StoredEnvelope put(
            Handle handle, Sha256 sha256, long size, String device, String lane, boolean inParts, Instant now) {
        if (!inParts) {
            Parts.forget(handle, sha256);
        }
        long position = ClinicState.next(handle, ClinicState.POSITION);
        Statements.update(
                handle,
                "insert into envelopes (sha256, size, device, lane, position, received_at, in_parts)"
                        + " values (?, ?, ?, ?, ?, ?, ?) on conflict (sha256) do update set size = excluded.size,"
                        + " device = excluded.device, lane = excluded.lane, position = excluded.position,"
                        + " received_at = excluded.received_at, in_parts = excluded.in_parts",
                sha256.hex(),
                size,
                device,
                lane,
                position,
                now.toEpochMilli(),
                inParts);
        if (!inParts) {
            // Parts were counted when they came.
            Usage.add(handle, device, size, now);
        }
        return new StoredEnvelope(sha256, size, device, lane.equals(lane(true)), position, millis(now), inParts);
    }

    /** As the row keeps it. */
    private static Instant millis(Instant time) {
        return Instant.ofEpochMilli(time.toEpochMilli());
    }

    static String lane(boolean emergency) {
        return emergency ? "emergency" : "";
    }

    static StoredEnvelope row(ResultSet row, StatementContext context) throws SQLException {
        return of(row);
    }

    private static StoredEnvelope of(ResultSet row) throws SQLException {
        return new StoredEnvelope(
                new Sha256(row.getString("sha256")),
                row.getLong("size"),
                row.getString("device"),
                row.getString("lane").equals(lane(true)),
                row.getLong("position"),
                Instant.ofEpochMilli(row.getLong("received_at")),
                row.getBoolean("in_parts"));
    }

    static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }
}
