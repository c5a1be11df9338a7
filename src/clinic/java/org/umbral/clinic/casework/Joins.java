package org.umbral.clinic.casework;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.umbral.clinic.duplicates.Person;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.TryAgain;

/**
 * People of two cases whom staff find to be one: one proposes, another approves, anybody takes them apart again. Nothing is
 * lost by either: the cases keep their entries and are shown as one. For staff who work on cases, else {@code
 * AskThePerson("not-your-role")}; each step is audited. Thread-safe.
 */
public interface Joins {
    /** From the proposal on. */
    enum State {
        /** Waits for somebody else to decide. */
        PROPOSED,
        /** Somebody else said that they are not one; it may be proposed again. */
        DECLINED,
        /** A signed same-as write says that they are one. */
        JOINED,
        /** A later write undid it; it may be proposed again. */
        APART
    }

    /**
     * {@code AskThePerson("no-such-pair")} where nothing suggests that they are one, {@code already-proposed}, {@code
     * already-joined}.
     */
    void propose(StaffSession session, Person.Key one, Person.Key other) throws AskThePerson, TryAgain;

    /**
     * Joins them by a signed entry that no phone gets. Consent becomes the narrower of the two: a purpose that one intake did
     * not ask about counts as not asked. {@code AskThePerson("no-such-proposal")}, {@code another-person-first} where the
     * session's person proposed it.
     */
    void approve(StaffSession session, Person.Key one, Person.Key other) throws AskThePerson, TryAgain;

    /** They stay two cases. {@code AskThePerson("no-such-proposal")}. */
    void decline(StaffSession session, Person.Key one, Person.Key other) throws AskThePerson, TryAgain;

    /**
     * Undoes it by a later entry; what staff wrote meanwhile stays with the case whose facts it was written to. {@code
     * AskThePerson} with {@code not-joined}, {@code apart-why-missing} or {@code apart-why-too-long} over 500 characters.
     */
    void takeApart(StaffSession session, Person.Key one, Person.Key other, String why) throws AskThePerson, TryAgain;

    Optional<Join> of(StaffSession session, Person.Key one, Person.Key other) throws AskThePerson, TryAgain;

    /** What waits for a decision and what is joined. */
    List<Join> all(StaffSession session) throws AskThePerson, TryAgain;

    /**
     * @param first the lesser of the two
     * @param proposedBy name of who did; {@code decidedBy} is empty before
     * @param own whether the session's person proposed it
     * @param why they were taken apart; empty before
     */
    record Join(
            Person.Key first,
            Person.Key second,
            State state,
            String proposedBy,
            Instant proposedAt,
            boolean own,
            String decidedBy,
            Optional<Instant> decidedAt,
            String why) {
        public boolean concerns(String caseId) {
            return first.caseId().equals(caseId) || second.caseId().equals(caseId);
        }
    }
}
