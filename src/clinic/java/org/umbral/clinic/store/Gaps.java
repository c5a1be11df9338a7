package org.umbral.clinic.store;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.umbral.shared.Sha256;
import org.umbral.shared.TryAgain;

/** Envelopes that a phone holds a receipt for and neither it nor the clinic has any more (rule R8). Thread-safe. */
public final class Gaps {
    private final Database database;
    private final Clock clock;

    public Gaps(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @param receivedAt as the receipt says it, ISO 8601 */
    public record Gap(Sha256 sha256, String device, long size, String receivedAt, Instant reportedAt) {}

    /** Keeps what the phone reports, once; what the clinic holds after all is no gap. */
    public void report(String device, List<Gap> gaps) throws TryAgain {
        database.transaction(handle -> {
            var batch = handle.prepareBatch("insert into gaps (sha256, device, size, received_at, reported_at)"
                    + " select :sha256, :device, :size, :receivedAt, :now"
                    + " where not exists (select 1 from envelopes where sha256 = :sha256)"
                    + " on conflict (sha256, device) do nothing");
            for (Gap gap : gaps) {
                batch.bind("sha256", gap.sha256().hex())
                        .bind("device", device)
                        .bind("size", gap.size())
                        .bind("receivedAt", gap.receivedAt())
                        .bind("now", clock.millis())
                        .add();
            }
            return batch.execute();
        });
    }

    /** Those that still stand, by phone and date. */
    public List<Gap> list() throws TryAgain {
        return database.read(handle -> handle.createQuery(
                        "select sha256, device, size, received_at, reported_at from gaps"
                                + " where sha256 not in (select sha256 from envelopes) order by device, received_at, sha256")
                .map((row, context) -> new Gap(
                        new Sha256(row.getString(1)),
                        row.getString(2),
                        row.getLong(3),
                        row.getString(4),
                        Instant.ofEpochMilli(row.getLong(5))))
                .list());
    }
}
