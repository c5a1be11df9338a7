package org.umbral.shared.casefile;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/** 128 random bits as 22 characters of base64url: shorter than hexadecimal, and entries travel on bad links. */
final class RandomId {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{21}[AQgw]");

    private RandomId() {}

    static String next(SecureRandom random) {
        byte[] bits = new byte[16];
        random.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    static void require(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("an id is 22 characters of base64url");
        }
    }
}
