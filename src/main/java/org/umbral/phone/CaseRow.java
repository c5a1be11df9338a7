package org.umbral.phone;

import java.time.Instant;
import java.util.Optional;
import org.umbral.shared.casefile.CaseId;

/**
 * One line of the list of cases.
 *
 * @param name of the principal person as spoken; empty while unknown, or when only the stub is left
 * @param situation code of CAS-03, empty while unknown
 * @param urgency code of CAS-06, empty while unknown
 * @param terms what it is found by, folded; see {@link CaseIndex}
 * @param kept how much of it can be read here
 * @param pinned the worker keeps it readable
 * @param mayBeKnown the clinic may already know the person, and its staff will check
 */
public record CaseRow(
        CaseId id,
        String code,
        String name,
        String situation,
        String urgency,
        Delivery delivery,
        Optional<Instant> changed,
        String terms,
        Kept kept,
        boolean pinned,
        boolean mayBeKnown) {
    /** Life: {@code WHOLE} until it is forgotten, then {@code STUB}; {@code PART} once something is added to a stub. */
    public enum Kept {
        WHOLE,
        PART,
        STUB
    }

    @Override
    public String toString() {
        return "CaseRow[" + id + "]";
    }
}
