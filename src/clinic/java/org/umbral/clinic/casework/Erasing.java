package org.umbral.clinic.casework;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.TryAgain;
import org.umbral.shared.casefile.CaseId;

/**
 * Erasing a case, by two persons: a data steward proposes it, an attorney approves it within fourteen days. Then its sealed
 * bytes, rows and letters go; names, hashes and the fact stay. {@code AskThePerson("not-your-role")} for anybody else.
 * Thread-safe.
 */
public interface Erasing {
    /** After that a proposal counts no more. */
    Duration LAPSES_AFTER = Duration.ofDays(14);

    /** So long copies of the clinic may still hold what was erased (design §3). */
    Duration IN_BACKUPS = Duration.ofDays(35);

    /** Why; stored by its name, which never changes. */
    enum Reason {
        CONSENT_WITHDRAWN,
        NOT_TAKEN_ON,
        TIME_IS_OVER,
        TAKEN_BY_MISTAKE
    }

    /**
     * What becomes of a proposal. It waits until an attorney approves or refuses it, or it lapses; what is approved loses its
     * rows at once and its files right after, at the next start at the latest.
     */
    enum State {
        WAITS,
        LAPSED,
        REFUSED,
        GOING,
        ERASED
    }

    /** {@code AskThePerson} with {@code no-such-case}, {@code reason-missing}. */
    void propose(StaffSession session, CaseId id, String reason) throws AskThePerson, TryAgain;

    /** {@code AskThePerson} with {@code no-such-proposal}, also where it lapsed, {@code two-persons}. */
    void approve(StaffSession session, CaseId id) throws AskThePerson, TryAgain;

    /** {@code AskThePerson("no-such-proposal")}. */
    void refuse(StaffSession session, CaseId id) throws AskThePerson, TryAgain;

    /** For stewards and attorneys, the newest first. */
    List<Proposal> list(StaffSession session) throws AskThePerson, TryAgain;

    /**
     * @param proposedBy id of a member of staff
     * @param entries how many were erased, and how many photos with them
     */
    record Proposal(
            CaseId id,
            String reason,
            State state,
            String proposedBy,
            Instant proposed,
            Optional<String> decidedBy,
            Optional<Instant> decided,
            Optional<Instant> erased,
            int entries,
            int photos) {}
}
