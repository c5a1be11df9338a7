package org.umbral.shared;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A SHA-256 (FIPS 180-4), written as 64 lower-case hexadecimal digits. The one type through which anything is hashed;
 * sealed bytes are named by it.
 */
public record Sha256(String hex) implements Comparable<Sha256> {
    public static final int BYTES = 32;

    public Sha256 {
        if (!isHex(hex)) {
            throw new IllegalArgumentException("a SHA-256 is 64 lower-case hexadecimal digits");
        }
    }

    public static boolean isHex(String text) {
        boolean isHex = text.length() == 2 * BYTES;
        for (int i = 0; isHex && i < text.length(); i++) {
            char c = text.charAt(i);
            isHex = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
        }
        return isHex;
    }

    public static Sha256 of(byte[] bytes) {
        return new Running().add(bytes, 0, bytes.length).finish();
    }

    public static Sha256 ofText(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads to the end and leaves the stream open. */
    public static Sha256 of(InputStream in) throws IOException {
        Running running = new Running();
        byte[] buffer = new byte[64 * 1024];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            running.add(buffer, 0, n);
        }
        return running.finish();
    }

    public static Sha256 ofRaw(byte[] hash) {
        return new Sha256(HexFormat.of().formatHex(hash));
    }

    /** The same 32 bytes as 43 characters of base64url: what an entry carries, since they compress less badly. */
    public String base64url() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(raw());
    }

    /** Reads {@link #base64url()}; an {@link IllegalArgumentException} where it is none. */
    public static Sha256 ofBase64url(String text) {
        return ofRaw(Base64.getUrlDecoder().decode(text));
    }

    public byte[] raw() {
        return HexFormat.of().parseHex(hex);
    }

    /** The first sixteen bytes, as the QR's text carries them: enough against a second preimage, half as long. */
    public byte[] print() {
        return Arrays.copyOf(raw(), 16);
    }

    @Override
    public int compareTo(Sha256 other) {
        return hex.compareTo(other.hex);
    }

    @Override
    public String toString() {
        return hex;
    }

    /** A hash in the making. Not thread-safe. */
    public static final class Running {
        private final MessageDigest digest;

        public Running() {
            try {
                digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new Bug("every Java platform has SHA-256", e);
            }
        }

        public Running add(byte[] bytes, int offset, int length) {
            digest.update(bytes, offset, length);
            return this;
        }

        public Sha256 finish() {
            return ofRaw(digest.digest());
        }
    }
}
