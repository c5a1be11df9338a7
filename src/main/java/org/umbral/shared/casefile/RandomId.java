package org.umbral.shared.casefile;

import java.security.SecureRandom;
import java.util.Base64;

/** Random bits as base64url: shorter than hexadecimal, and entries travel on bad links. */
final class RandomId {
    /** Inside one case 72 bits, 12 characters, are enough: an item is met only with its case. */
    static final int ITEM_BYTES = 9;

    private static final int ITEM_LENGTH = 12;
    private static final int LENGTH = 22;
    /** 128 bits leave four of the last character's six unused. */
    private static final String LAST = "AQgw";

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
        if (text.length() != ITEM_LENGTH || !isBase64url(text)) {
            throw new IllegalArgumentException("an item's id is 12 characters of base64url");
        }
    }

    static void require(String text) {
        if (text.length() != LENGTH || !isBase64url(text) || LAST.indexOf(text.charAt(LENGTH - 1)) < 0) {
            throw new IllegalArgumentException("an id is 22 characters of base64url");
        }
    }

    /** By hand: a case makes thousands of these each time it is read. */
    private static boolean isBase64url(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
            if (!letter && !(c >= '0' && c <= '9') && c != '-' && c != '_') {
                return false;
            }
        }
        return true;
    }
}
