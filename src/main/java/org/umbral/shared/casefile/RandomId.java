package org.umbral.shared.casefile;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/** Random bits as base64url: shorter than hexadecimal, and entries travel on bad links. */
final class RandomId {
    /** Inside one case 72 bits, 12 characters, are enough: an item is met only with its case. */
    static final int ITEM_BYTES = 9;

    private static final Pattern ITEM_FORM = Pattern.compile("[A-Za-z0-9_-]{12}");
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{21}[AQgw]");

    private RandomId() {}

    static String next(SecureRandom random) {
        return next(random, 16);
    }

    static String nextItem(SecureRandom random) {
        return next(random, ITEM_BYTES);
    }

    private static String next(SecureRandom random, int bytes) {
        byte[] bits = new byte[bytes];
        random.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    static void requireItem(String text) {
        if (!ITEM_FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("an item's id is 12 characters of base64url");
        }
    }

    static void require(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("an id is 22 characters of base64url");
        }
    }
}
