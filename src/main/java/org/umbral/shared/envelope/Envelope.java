package org.umbral.shared.envelope;

import org.umbral.shared.Sha256;

/**
 * Sealed bytes small enough to travel in one request, named by their SHA-256. A larger one (a photo) is a file of the
 * same format that goes by tus.
 *
 * @param bytes an age v1 file, at most {@link #MAX_BYTES}
 */
public record Envelope(Sha256 name, byte[] bytes) {
    /** The most that {@code PUT /v1/envelopes} takes. */
    public static final int MAX_BYTES = 64 * 1024;

    /** The most that an entry may inflate to. */
    public static final int MAX_ENTRY_BYTES = 1 << 20;

    /** The most that one photo's envelope may hold. */
    public static final int MAX_EVIDENCE_BYTES = 32 << 20;

    public static Envelope of(byte[] sealed) {
        return new Envelope(Sha256.of(sealed), sealed);
    }

    @Override
    public String toString() {
        return "Envelope[" + name + ", " + bytes.length + " bytes]";
    }
}
