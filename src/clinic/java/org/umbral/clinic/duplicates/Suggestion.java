package org.umbral.clinic.duplicates;

import java.util.HashSet;
import java.util.Set;

/**
 * Two people who may be one, and what was found. A suggestion joins nothing.
 *
 * @param first the lesser key of the two
 */
public record Suggestion(Person.Key first, Person.Key second, Level level, Set<Reason> reasons) {
    /** From the surest; what staff do with each is in domain notes §4.8. */
    public enum Level {
        /** Blocks filing until somebody looked. */
        HARD,
        /** One number on two people who differ: probably typed wrongly on one of them. */
        NUMBER_MISTYPED,
        /** To be looked at within two working days. */
        PROBABLE,
        /** In a list, without alarm. */
        POSSIBLE
    }

    /** What two people have in common. */
    public enum Reason {
        A_NUMBER,
        DOCUMENT,
        OTHER_NUMBER,
        NAME,
        BIRTH,
        TELEPHONE,
        RELATIVE,
        FACILITY,
        SPONSOR_TELEPHONE,
        FAMILY
    }

    public Suggestion {
        reasons = Set.copyOf(reasons);
    }

    Suggestion asFamily() {
        Set<Reason> all = new HashSet<>(reasons);
        all.add(Reason.FAMILY);
        return new Suggestion(first, second, Level.PROBABLE, all);
    }
}
