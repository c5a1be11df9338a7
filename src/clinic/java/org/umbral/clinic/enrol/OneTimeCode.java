package org.umbral.clinic.enrol;

import java.security.SecureRandom;
import java.util.Locale;
import org.umbral.shared.Sha256;

/**
 * Ten characters of Crockford's alphabet, 50 random bits: for a phone that joins, good for one and for 48 hours and kept as a
 * hash; for a first set-up, good until it is done or the process ends.
 */
public final class OneTimeCode {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 10;

    private OneTimeCode() {}

    public static String next(SecureRandom random) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    static Sha256 hash(String code) {
        return Sha256.ofText("umbral code " + code.toUpperCase(Locale.ROOT));
    }
}
