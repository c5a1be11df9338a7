package org.umbral.clinic.health;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.shared.TryAgain;
import org.umbral.shared.casefile.CaseId;

/** What can be said of the server without a login, so that somebody acts before it hurts. Thread-safe. */
public interface Health {
    Facts now();

    /** What was receipted, lost in a restore, and no phone has any more (rule R8); by phone and date. */
    List<Lost> lost() throws TryAgain;

    /**
     * @param free bytes that the clinic may still write
     * @param certificateEnds of the key for phones
     * @param lastBackup when the newest whole one was begun; empty before the first
     * @param restoredAt when the folder came from a backup or was found copied; empty where never
     * @param troubles what needs somebody, the worst first
     */
    record Facts(
            String version,
            long free,
            long total,
            Optional<Instant> certificateEnds,
            Optional<Instant> lastBackup,
            Optional<Instant> restoredAt,
            int lost,
            List<Trouble> troubles) {
        public Facts {
            troubles = List.copyOf(troubles);
        }
    }

    /** @param receivedAt as its receipt said it, ISO 8601 */
    record Lost(String device, long size, String receivedAt, Instant reportedAt) {}

    /**
     * What the phone reported lost until then needs nobody any more. Audited; nothing where nothing of it stands.
     *
     * @param device id, also of a phone that is not known
     */
    void setAside(StaffSession session, String device, Instant until, Why why) throws TryAgain;

    /** Cases that were erased after the backup that this clinic came back from, and are there again. */
    default List<CaseId> eraseAgain() throws TryAgain {
        return List.of();
    }

    /** What staff found out about something that was lost. */
    enum Why {
        /** It was captured or delivered again. */
        AGAIN,
        /** Its worker says that nothing is missing. */
        NOTHING,
        /** Somebody had the phone who should not have had it. */
        NOT_TRUE
    }

    /** What needs somebody, the worst first. */
    enum Trouble {
        DATABASE,
        DISK,
        CERTIFICATE,
        LOST,
        NO_BACKUP,
        OLD_BACKUP
    }
}
