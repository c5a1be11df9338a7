package org.umbral.clinic.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.umbral.shared.Sha256;
import org.umbral.shared.TryAgain;

/** Envelopes that a phone holds a receipt for and neither it nor the clinic has any more (rule R8). Thread-safe. */
public final class Gaps {
    /** So that one token cannot fill the store with hashes of its own making. */
    static final int MOST_OF_A_PHONE = 10_000;

    private final Database database;
    private final Envelopes envelopes;
    private final Clock clock;
    private volatile Seen seen = new Seen("", List.of());

    public Gaps(Database database, Envelopes envelopes, Clock clock) {
        this.database = database;
        this.envelopes = envelopes;
        this.clock = clock;
    }

    /** @param receivedAt as the receipt says it, ISO 8601 */
    public record Gap(Sha256 sha256, String device, long size, String receivedAt, Instant reportedAt) {}

    /** @param stamp of what it was read off */
    private record Seen(String stamp, List<Gap> gaps) {}

    /** Keeps what the phone reports, once, as long as it does not report without end; what the clinic holds after all is no gap. */
    public void report(String device, List<Gap> gaps) throws TryAgain {
        int known = database.read(handle -> count(handle, device));
        List<Gap> real = known >= MOST_OF_A_PHONE ? List.<Gap>of() : notHeld(gaps);
        if (real.isEmpty()) {
            return;
        }
        database.transaction(handle -> {
            int room = Math.max(0, MOST_OF_A_PHONE - count(handle, device));
            var batch = handle.prepareBatch("insert into gaps (sha256, device, size, received_at, reported_at)"
                    + " values (:sha256, :device, :size, :receivedAt, :now)"
                    + " on conflict (sha256, device) do nothing");
            for (Gap gap : real.subList(0, Math.min(room, real.size()))) {
                batch.bind("sha256", gap.sha256().hex())
                        .bind("device", device)
                        .bind("size", gap.size())
                        .bind("receivedAt", gap.receivedAt())
                        .bind("now", clock.millis())
                        .add();
            }
            return batch.size() == 0 ? new int[0] : batch.execute();
        });
    }

    private static int count(Handle handle, String device) {
        return handle.createQuery("select count(*) from gaps where device = :device")
                .bind("device", device)
                .mapTo(Integer.class)
                .one();
    }

    /** Those that still stand, by phone and date; read anew only when something came, was erased, reported or set aside. */
    public List<Gap> list() throws TryAgain {
        Seen last = seen;
        String now = database.read(Gaps::stamp);
        if (!last.stamp().equals(now)) {
            last = new Seen(now, standing());
            seen = last;
        }
        return last.gaps();
    }

    /** What the phone reported until then no longer stands; returns how many there were, and audits where there were any. */
    public int setAside(String device, Instant until, String why, AuditRows.Next audited) throws TryAgain {
        return database.transaction(handle -> {
            int aside = handle.createUpdate("update gaps set aside = :why where device = :device and aside is null"
                            + " and reported_at <= :until")
                    .bind("why", why)
                    .bind("device", device)
                    .bind("until", until.toEpochMilli())
                    .execute();
            if (aside > 0) {
                AuditRows.append(handle, audited);
            }
            return aside;
        });
    }

    private static String stamp(Handle handle) {
        return ClinicState.value(handle, ClinicState.POSITION).orElse("")
                + handle.createQuery("select ' ' || count(*) || ' ' || count(aside) || ' '"
                                + " || (select count(*) from erased) from gaps")
                        .mapTo(String.class)
                        .one();
    }

    private List<Gap> standing() throws TryAgain {
        List<Gap> unknown = new ArrayList<>();
        List<Gap> known = new ArrayList<>();
        database.read(handle -> {
            handle.createQuery("select g.sha256, g.device, g.size, g.received_at, g.reported_at, e.position from gaps g"
                            + " left join envelopes e on e.sha256 = g.sha256 where g.aside is null"
                            + " and g.sha256 not in (select name from erased)")
                    .map((row, context) -> (row.getObject("position") == null ? unknown : known).add(gap(row)))
                    .list();
            return known;
        });
        // A row may stand where its bytes are gone.
        List<Gap> standing = new ArrayList<>(notHeld(known));
        standing.addAll(unknown);
        standing.sort(Comparator.comparing(Gap::device)
                .thenComparing(Gap::receivedAt)
                .thenComparing(gap -> gap.sha256().hex()));
        return List.copyOf(standing);
    }

    private static Gap gap(ResultSet row) throws SQLException {
        return new Gap(
                new Sha256(row.getString("sha256")),
                row.getString("device"),
                row.getLong("size"),
                row.getString("received_at"),
                Instant.ofEpochMilli(row.getLong("reported_at")));
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
