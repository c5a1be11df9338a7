package org.umbral.shared.casefile;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/**
 * A case's code for paper and telephone: six random characters of Crockford's alphabet and a check character, written
 * {@code 7KQ-4XM-R} (CAS-02; design §3). Made on the phone; two phones may rarely make the same one, so it helps people
 * to find a case and is never its id.
 */
public record CaseCode(String text) {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int RANDOM_CHARACTERS = 6;

    public static CaseCode random(SecureRandom random) {
        StringBuilder six = new StringBuilder();
        for (int i = 0; i < RANDOM_CHARACTERS; i++) {
            six.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return written(six.toString());
    }

    /** Reads what was typed or said: any case, with or without hyphens, O as 0, I and L as 1. Empty on a wrong check. */
    public static Optional<CaseCode> parse(String typed) {
        String plain = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        if (plain.length() != RANDOM_CHARACTERS + 1 || plain.chars().anyMatch(c -> ALPHABET.indexOf(c) < 0)) {
            return Optional.empty();
        }
        CaseCode code = written(plain.substring(0, RANDOM_CHARACTERS));
        return code.text.charAt(8) == plain.charAt(RANDOM_CHARACTERS) ? Optional.of(code) : Optional.empty();
    }

    private static CaseCode written(String six) {
        return new CaseCode(six.substring(0, 3) + "-" + six.substring(3) + "-" + check(six));
    }

    /** Odd weights are invertible modulo 32, so one wrong character always shows. */
    private static char check(String six) {
        int sum = 0;
        for (int i = 0; i < six.length(); i++) {
            sum += (2 * i + 1) * ALPHABET.indexOf(six.charAt(i));
        }
        return ALPHABET.charAt(sum % ALPHABET.length());
    }

    @Override
    public String toString() {
        return text;
    }
}
