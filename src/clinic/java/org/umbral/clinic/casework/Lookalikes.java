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

    /** The same of one case. */
    List<Suggestion> of(StaffSession session, String caseId) throws AskThePerson, TryAgain;

    /** Both people, to be compared. Audited as opening both cases; {@code AskThePerson("no-such-pair")}. */
    Compared compare(StaffSession session, Person.Key one, Person.Key other) throws AskThePerson, TryAgain;

    /** They are two people: not suggested again. Audited. {@code AskThePerson("no-such-pair")}. */
    void different(StaffSession session, Person.Key one, Person.Key other) throws AskThePerson, TryAgain;

    /** Two people side by side, and what they have in common. */
    record Compared(Suggestion suggestion, Person first, Person second) {}
}
