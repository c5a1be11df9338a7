package org.umbral.shared.doubt;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Typed text as its letters and digits. */
public final class Typed {
    private static final Pattern GROUPED = Pattern.compile("[0-9]{1,3}([ ,.'’][0-9]{3})*");
    private static final int LONGEST_NUMBER = 9;

    private Typed() {}

    /** The same with ASCII digits for those of any script (Arabic-Indic ٠, Persian ۰, full width). */
    public static String asciiDigits(String typed) {
        StringBuilder ascii = new StringBuilder();
        typed.codePoints().forEach(c -> ascii.appendCodePoint(Character.isDigit(c) ? '0' + Character.digit(c, 10) : c));
        return ascii.toString();
    }

    /** Upper-case letters and ASCII digits, nothing else. */
    static String bare(String typed) {
        return asciiDigits(typed).replaceAll("[^\\p{L}0-9]", "").toUpperCase(Locale.ROOT);
    }

    /** A whole number of any script's digits, also in groups of three; empty where it is none. */
    public static Optional<Integer> whole(String typed) {
        String ascii = asciiDigits(typed).strip().replace('٬', ',').replace('\u00a0', ' ');
        boolean plain = ascii.matches("[0-9]+");
        if (!plain && !GROUPED.matcher(ascii).matches()) {
            return Optional.empty();
        }
        String digits = ascii.replaceAll("[^0-9]", "");
        return digits.length() > LONGEST_NUMBER ? Optional.empty() : Optional.of(Integer.valueOf(digits));
    }

    /** Whole US dollars, with or without the sign; "12.50" is not whole. */
    public static Optional<Integer> dollars(String typed) {
        return whole(
                typed.strip().replaceFirst("(?i)^(us)?\\s*\\$\\s*", "").replaceFirst("(?i)\\s*(us\\$|\\$|usd)$", ""));
    }
}
