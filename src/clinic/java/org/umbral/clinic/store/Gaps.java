package org.umbral.clinic.store;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.umbral.shared.Sha256;
import org.umbral.shared.TryAgain;

/** Envelopes that a phone holds a receipt for and neither it nor the clinic has any more (rule R8). Thread-safe. */
public final class Gaps {
    private final Database database;
    private final Envelopes envelopes;
    private final Clock clock;

    public Gaps(Database database, Envelopes envelopes, Clock clock) {
        this.database = database;
        this.envelopes = envelopes;
        this.clock = clock;
    }

    /** @param receivedAt as the receipt says it, ISO 8601 */
    public record Gap(Sha256 sha256, String device, long size, String receivedAt, Instant reportedAt) {}

    /** Keeps what the phone reports, once; what the clinic holds after all is no gap. */
    public void report(String device, List<Gap> gaps) throws TryAgain {
        List<Gap> real = notHeld(gaps);
        if (real.isEmpty()) {
            return;
        }
        database.transaction(handle -> {
            var batch = handle.prepareBatch("insert into gaps (sha256, device, size, received_at, reported_at)"
                    + " values (:sha256, :device, :size, :receivedAt, :now)"
                    + " on conflict (sha256, device) do nothing");
            for (Gap gap : real) {
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
        return notHeld(database.read(handle -> handle.createQuery(
                        "select sha256, device, size, received_at, reported_at"
                                + " from gaps order by device, received_at, sha256")
                .map((row, context) -> new Gap(
                        new Sha256(row.getString(1)),
                        row.getString(2),
                        row.getLong(3),
                        row.getString(4),
                        Instant.ofEpochMilli(row.getLong(5))))
                .list()));
    }

    private List<Gap> notHeld(List<Gap> gaps) throws TryAgain {
        List<Gap> real = new ArrayList<>();
        for (Gap gap : gaps) {
            if (envelopes.held(gap.sha256()).isEmpty()) {
                real.add(gap);
            }
        }
        return real;
    }
}
