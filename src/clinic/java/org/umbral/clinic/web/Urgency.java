package org.umbral.clinic.web;

import java.util.Locale;

/**
 * How urgent a case is, never by colour alone.
 *
 * @param level what the style sheet goes by
 * @param icon name of the sign beside the word
 */
record Urgency(String level, String icon, String word) {
    static Urgency of(String code, String word) {
        return switch (code) {
            case "NOW_LIFE_THREATENING" -> new Urgency("emergency", "alert", word);
            case "WITHIN_72H" -> new Urgency("soon", "clock", word);
            case "WITHIN_2_WEEKS" -> new Urgency("weeks", "calendar", word);
            default -> new Urgency(code.toLowerCase(Locale.ROOT).isEmpty() ? "unknown" : "routine", "dot", word);
        };
    }

    boolean isEmergency() {
        return level.equals("emergency");
    }
}
