package org.umbral.clinic.store;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Handle;
import org.umbral.shared.TryAgain;

/** How many bytes each device brought on a day (UTC), for its quota, whether they became whole or not. Thread-safe. */
public final class Usage {
    private final Database database;
    private final Clock clock;

    public Usage(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public long bytesToday(String device) throws TryAgain {
        return database.read(handle -> handle.createQuery(
                        "select coalesce(sum(bytes), 0) from received_by_day where device = :device and day = :day")
                .bind("device", device)
                .bind("day", day(clock.instant()))
                .mapTo(Long.class)
                .one());
    }

    static void add(Handle handle, String device, long bytes, Instant now) {
        handle.createUpdate("insert into received_by_day (device, day, bytes) values (:device, :day, :bytes)"
                        + " on conflict (device, day) do update set bytes = received_by_day.bytes + excluded.bytes")
                .bind("device", device)
                .bind("day", day(now))
                .bind("bytes", bytes)
                .execute();
    }

    private static String day(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC).toString();
    }
}
