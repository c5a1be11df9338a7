package org.umbral.phone.screen.words;

import java.util.Optional;

/** The nine-digit number of domain notes §4.1: read leniently, shown grouped, never a reason to block. */
public final class ANumber {
    private static final int DIGITS = 9;
    private static final int FEWEST = 7;

    private ANumber() {}

    /** Nine ASCII digits from what was typed, in any grouping and any script's digits; empty where it is none. */
    public static Optional<String> read(String typed) {
        StringBuilder digits = new StringBuilder();
        for (char c : typed.strip().toCharArray()) {
            if (Character.isDigit(c)) {
                digits.append(Character.digit(c, 10));
            } else if (Character.isLetter(c) && (digits.length() > 0 || c != 'A' && c != 'a')) {
                return Optional.empty();
            }
        }
        if (digits.length() < FEWEST
                || digits.length() > DIGITS
                || digits.toString().matches("0+")) {
            return Optional.empty();
        }
        return Optional.of("0".repeat(DIGITS - digits.length()) + digits);
    }

    /** {@code A000-000-012}; what is not nine digits as it stands. */
    public static String shown(String stored) {
        return stored.matches("[0-9]{9}")
                ? "A" + stored.substring(0, 3) + "-" + stored.substring(3, 6) + "-" + stored.substring(6)
                : stored;
    }

    /** The key of a doubt to show beside the field; empty where there is none. */
    public static Optional<String> doubt(String typed) {
        if (typed.isBlank()) {
            return Optional.empty();
        }
        long digits = typed.chars().filter(Character::isDigit).count();
        if (digits > DIGITS) {
            return Optional.of("a-number.long");
        }
        Optional<String> read = read(typed);
        if (read.isEmpty()) {
            return Optional.of(digits < FEWEST ? "a-number.short" : "a-number.odd");
        }
        boolean oneDigit = read.get().chars().distinct().count() == 1;
        return oneDigit || "0123456789".contains(read.get()) ? Optional.of("a-number.odd") : Optional.empty();
    }
}
