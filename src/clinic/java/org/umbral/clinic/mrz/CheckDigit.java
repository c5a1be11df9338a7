package org.umbral.clinic.mrz;

/** The check digit of ICAO Doc 9303 part 3, 4.9: values times 7, 3, 1 in turn, modulo 10. */
final class CheckDigit {
    private static final int[] WEIGHTS = {7, 3, 1};

    private CheckDigit() {}

    static char of(String text) {
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            sum += value(text.charAt(i)) * WEIGHTS[i % WEIGHTS.length];
        }
        return (char) ('0' + sum % 10);
    }

    private static int value(char c) {
        return c == '<' ? 0 : Character.digit(c, Character.MAX_RADIX);
    }
}
