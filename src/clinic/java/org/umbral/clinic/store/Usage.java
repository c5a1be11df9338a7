package org.umbral.clinic.store;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Handle;
import org.umbral.shared.TryAgain;

/**
 * How many bytes each device brought on a day (UTC), for its quota, whether they became whole or not. Thread-safe.
 *
 * <p>What is kept takes a block of the disk at least and counts as one, so that many small things do not fill a disk
 * within the quota of a few large ones.
 */
public final class Usage {
    static final int LEAST_BYTES = 4096;

    /** Of a device and a day. */
    static final String OF_DAY = "(select coalesce(sum(bytes), 0) from received_by_day where device = ? and day = ?)";

    private final Database database;
    private final Clock clock;

    public Usage(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public long bytesToday(String device) throws TryAgain {
        return database.read(handle ->
                Statements.one(handle, row -> row.getLong(1), "select " + OF_DAY, device, day(clock.instant())));
    }

    static void add(Handle handle, String device, long bytes, Instant now) {
        Statements.update(
                handle,
                "insert into received_by_day (device, day, bytes) values (?, ?, ?)"
                        + " on conflict (device, day) do update set bytes = received_by_day.bytes + excluded.bytes",
                device,
                day(now),
                Math.max(bytes, LEAST_BYTES));
    }

    static String day(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC).toString();
    }
}
