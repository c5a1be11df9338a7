package org.umbral.shared.secret;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;

/**
 * What a person types to open a vault or a login: taken as characters, kept as UTF-8 of its NFKC form (so that two
 * keyboards give the same bytes), wiped on close, never printed.
 */
public final class Passphrase implements AutoCloseable {
    public static final int MIN_LENGTH = 8;
    public static final int MIN_DIGITS_ALONE = 10;

    private final byte[] utf8;

    private Passphrase(byte[] utf8) {
        this.utf8 = utf8;
    }

    /** Copies the characters and wipes the array that it was given. */
    public static Passphrase of(char[] typed) {
        // Normalizer gives a String that cannot be wiped; plain ASCII, the usual case, goes without it.
        boolean ascii = true;
        for (char c : typed) {
            ascii &= c < 0x80;
        }
        char[] chars = ascii
                ? typed.clone()
                : Normalizer.normalize(CharBuffer.wrap(typed), Normalizer.Form.NFKC)
                        .toCharArray();
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(chars));
        byte[] utf8 = new byte[encoded.remaining()];
        encoded.get(utf8);
        Arrays.fill(encoded.array(), (byte) 0);
        Arrays.fill(chars, '\0');
        Arrays.fill(typed, '\0');
        return new Passphrase(utf8);
    }

    /** At least 8 characters, digits alone at least 10 (design §4). Counts characters, not bytes. */
    public boolean isLongEnough() {
        int characters = 0;
        boolean digits = true;
        for (byte b : utf8) {
            if ((b & 0xC0) != 0x80) {
                characters++;
            }
            digits &= b >= '0' && b <= '9';
        }
        return characters >= (digits ? MIN_DIGITS_ALONE : MIN_LENGTH);
    }

    byte[] bytes() {
        return utf8;
    }

    @Override
    public void close() {
        Arrays.fill(utf8, (byte) 0);
    }

    @Override
    public String toString() {
        return "Passphrase";
    }
}
