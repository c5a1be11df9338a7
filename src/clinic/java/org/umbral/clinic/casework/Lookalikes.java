package org.umbral.clinic.casework;

import java.util.List;
import org.umbral.clinic.duplicates.Person;
import org.umbral.clinic.duplicates.Suggestion;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.TryAgain;

/**
 * People of different cases who may be one person, for staff who read cases (else {@code AskThePerson("not-your-role")}).
 * Suggests and never joins. Thread-safe.
 */
public interface Lookalikes {
    /** Everything that nobody has looked at, the surest first. */
    List<Suggestion> all(StaffSession session) throws AskThePerson, TryAgain;

    /** The same of one case, and of those that are one with it. */
    List<Suggestion> of(StaffSession session, String caseId) throws AskThePerson, TryAgain;

    /** The same without comparing what changed since: for a page that is opened all the time. */
    List<Suggestion> known(StaffSession session, String caseId) throws AskThePerson, TryAgain;

    /**
     * Compares some of what changed since, where nobody does so at this moment: for what runs beside somebody's work. Called
     * again it goes on.
     */
    void keepUp(StaffSession session) throws AskThePerson, TryAgain;

    /**
     * Pairs of this case, or of one that is one with it, that share a number and that nobody settled: until then nothing of
     * the case is filed (rule ALL-12).
     */
    default List<Suggestion> openHardPairs(StaffSession session, String caseId) throws AskThePerson, TryAgain {
        return of(session, caseId).stream()
                .filter(pair -> pair.level() == Suggestion.Level.HARD)
                .toList();
    }

    /** Both people, to be compared. Audited as opening both cases; {@code AskThePerson("no-such-pair")}. */
    Compared compare(StaffSession session, Person.Key one, Person.Key other) throws AskThePerson, TryAgain;

    /** They are two people: not suggested again. Audited. {@code AskThePerson("no-such-pair")}. */
    void different(StaffSession session, Person.Key one, Person.Key other) throws AskThePerson, TryAgain;

    /** Drops what stands in memory: when the last member of staff logged out. */
    default void forget() {}

    /** Two people side by side, and what they have in common. */
    record Compared(Suggestion suggestion, Person first, Person second) {}
}
