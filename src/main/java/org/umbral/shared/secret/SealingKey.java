package org.umbral.shared.secret;

import com.exceptionfactory.jagged.bech32.Bech32;
import org.umbral.shared.Sha256;

/** The public half of an age X25519 identity: {@code age1…}. Whoever holds it can seal, nobody can open with it. */
public record SealingKey(String text) {
    public static final int BYTES = 32;
    private static final String HUMAN_PART = "age";

    public SealingKey {
        if (decode(text).length != BYTES) {
            throw new IllegalArgumentException("an age recipient has 32 bytes");
        }
    }

    public static SealingKey of(byte[] point) {
        return new SealingKey(Bech32.getEncoder().encode(HUMAN_PART, point).toString());
    }

    public byte[] raw() {
        return decode(text);
    }

    public byte[] print() {
        return Sha256.of(raw()).print();
    }

    private static byte[] decode(String text) {
        var address = Bech32.getDecoder().decode(text);
        if (!address.getHumanReadablePart().toString().equals(HUMAN_PART)) {
            throw new IllegalArgumentException("an age recipient starts with age1");
        }
        return address.getData();
    }

    @Override
    public String toString() {
        return text;
    }
}
