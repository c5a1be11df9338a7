package org.umbral.shared.doubt;

import java.util.Optional;

/** The nine-digit number of domain notes §4.1: read leniently, shown in groups, never a reason to block. */
public final class ANumber {
    private static final int DIGITS = 9;
    private static final int FEWEST = 7;

    private ANumber() {}

    /** Nine ASCII digits from what was typed, in any grouping and any script's digits; empty where it is none. */
    public static Optional<String> read(String typed) {
        String bare = Typed.bare(typed);
        String digits = bare.startsWith("A") ? bare.substring(1) : bare;
        if (!digits.matches("[0-9]{" + FEWEST + "," + DIGITS + "}") || digits.matches("0+")) {
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

    public static Optional<Doubt> doubt(String typed) {
        if (typed.isBlank()) {
            return Optional.empty();
        }
        return read(typed).map(ANumber::doubtOfRead).orElseGet(() -> Optional.of(doubtOfOther(typed)));
    }

    private static Optional<Doubt> doubtOfRead(String nine) {
        String digits = nine.replaceFirst("^0+", "");
        boolean oneDigit = nine.chars().distinct().count() == 1;
        boolean ascending = digits.length() >= FEWEST && "123456789".contains(digits) || nine.equals("012345678");
        return oneDigit || ascending ? Optional.of(Doubt.of("A_NUMBER_ODD")) : Optional.empty();
    }

    private static Doubt doubtOfOther(String typed) {
        String bare = Typed.bare(typed);
        if (Numbers.isI94(bare)) {
            return Doubt.of("A_NUMBER_I94");
        }
        if (Numbers.isReceipt(bare)) {
            return Doubt.of("A_NUMBER_RECEIPT");
        }
        long digits = bare.chars().filter(Character::isDigit).count();
        if (digits > DIGITS) {
            return Doubt.of("A_NUMBER_LONG");
        }
        return Doubt.of(digits < FEWEST ? "A_NUMBER_SHORT" : "A_NUMBER_ODD");
    }

    /** Said of two readings of one number that differ; both are kept. */
    public static Optional<Doubt> mismatch(String first, String second) {
        String one = shown(read(first).orElse(first.strip()));
        String other = shown(read(second).orElse(second.strip()));
        return other.isEmpty() || one.equals(other)
                ? Optional.empty()
                : Optional.of(Doubt.of("A_NUMBER_UNSURE", one, other));
    }
}
