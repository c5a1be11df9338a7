package org.umbral.clinic.health;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.umbral.clinic.audit.Audit;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.clinic.store.AuditRows;
import org.umbral.clinic.store.ClinicState;
import org.umbral.clinic.store.ClinicStore;
import org.umbral.shared.GiveUp;
import org.umbral.shared.Json;
import org.umbral.shared.TryAgain;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.envelope.Documents;

/** Reads it from disk and store each time it is asked. */
public final class ClinicHealth implements Health {
    private static final long LEAST_FREE = 2_000_000_000L;
    private static final int LEAST_SHARE = 10;
    private static final Duration BACKUP_EVERY = Duration.ofDays(2);
    private static final Duration CERTIFICATE_LEAST = Duration.ofDays(30);

    private final ClinicStore store;
    private final Room room;
    private final Supplier<Optional<Instant>> certificateEnds;
    private final Clock clock;
    private final String version;

    public ClinicHealth(
            ClinicStore store, Room room, Supplier<Optional<Instant>> certificateEnds, Clock clock, String version) {
        this.store = store;
        this.room = room;
        this.certificateEnds = certificateEnds;
        this.clock = clock;
        this.version = version;
    }

    /** How many bytes the disk has; 0 of 0 where it does not say. */
    public interface Room {
        long free();

        long total();
    }

    /** What the store says, read at once. */
    private record Stored(
            Optional<Instant> lastBackup, Optional<Instant> restoredAt, Optional<Instant> first, int lost) {}

    @Override
    public Facts now() {
        Set<Trouble> troubles = EnumSet.noneOf(Trouble.class);
        Stored stored = new Stored(Optional.empty(), Optional.empty(), Optional.empty(), 0);
        try {
            stored = stored();
            backups(stored, troubles);
        } catch (TryAgain | RuntimeException e) {
            troubles.add(Trouble.DATABASE);
        }
        if (stored.lost() > 0) {
            troubles.add(Trouble.LOST);
        }
        long total = room.total();
        if (total > 0 && (room.free() < LEAST_FREE || room.free() < total / LEAST_SHARE)) {
            troubles.add(Trouble.DISK);
        }
        Optional<Instant> ends = certificateEnds.get();
        if (ends.filter(clock.instant().plus(CERTIFICATE_LEAST)::isAfter).isPresent()) {
            troubles.add(Trouble.CERTIFICATE);
        }
        return new Facts(
                version,
                room.free(),
                total,
                ends,
                stored.lastBackup(),
                stored.restoredAt(),
                stored.lost(),
                List.copyOf(troubles));
    }

    @Override
    public List<Lost> lost() throws TryAgain {
        return store.gaps().list().stream()
                .map(gap -> new Lost(gap.device(), gap.size(), gap.receivedAt(), gap.reportedAt()))
                .toList();
    }

    @Override
    public void setAside(StaffSession session, String device, Instant until, Why why) throws TryAgain {
        String what = device + " " + why.name();
        Audit audit = new Audit(new AuditRows(store.database()), clock);
        store.gaps()
                .setAside(device, until, why.name(), audit.next(session.staff(), Audit.Action.LOSS_SET_ASIDE, what));
    }

    @Override
    public List<CaseId> eraseAgain() throws TryAgain {
        List<CaseId> again = new ArrayList<>();
        for (String id : store.state().get(ClinicState.ERASE_AGAIN).orElse("").split(" ")) {
            if (!id.isEmpty() && !store.erased().isErased(id)) {
                again.add(new CaseId(id));
            }
        }
        return again;
    }

    private Stored stored() throws TryAgain {
        return new Stored(
                store.state().get(ClinicState.BACKUP_MARK).flatMap(ClinicHealth::madeAt),
                store.state().get(ClinicState.RESTORED_AT).map(Instant::parse),
                new AuditRows(store.database()).after(0, 1).stream().findFirst().map(row -> Instant.parse(row.at())),
                store.gaps().list().size());
    }

    /** A clinic that has just been set up has two days for its first. */
    private void backups(Stored stored, Set<Trouble> troubles) {
        Instant due = clock.instant().minus(BACKUP_EVERY);
        if (stored.lastBackup().isPresent()) {
            if (stored.lastBackup().get().isBefore(due)) {
                troubles.add(Trouble.OLD_BACKUP);
            }
        } else if (stored.first().filter(due::isAfter).isPresent()) {
            troubles.add(Trouble.NO_BACKUP);
        }
    }

    private static Optional<Instant> madeAt(String mark) {
        try {
            return Optional.of(
                    Instant.parse(Json.read(mark, Documents.BackupMark.class).at()));
        } catch (GiveUp | DateTimeException e) {
            return Optional.empty();
        }
    }
}
