package org.umbral.clinic.casework;

import java.util.List;

/** The levels of CAS-06 in their order. */
final class Urgency {
    static final String EMERGENCY = "NOW_LIFE_THREATENING";
    static final List<String> MOST_URGENT_FIRST = List.of(EMERGENCY, "WITHIN_72H", "WITHIN_2_WEEKS", "ROUTINE");

    private Urgency() {}

    /** From 0; a level that nobody wrote or knows comes last. */
    static int rank(String level) {
        int place = MOST_URGENT_FIRST.indexOf(level);
        return place < 0 ? MOST_URGENT_FIRST.size() : place;
    }
}
