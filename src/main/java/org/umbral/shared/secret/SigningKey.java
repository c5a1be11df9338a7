package org.umbral.shared.secret;

import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** The secret half of an Ed25519 key (RFC 8032), 32 bytes. Thread-safe until closed. */
public final class SigningKey implements AutoCloseable {
    public static final int BYTES = 32;

    private final byte[] seed;
    /** A signature needs it, and to make it is as much work as the rest. */
    private final byte[] publicKey = new byte[Ed25519.PUBLIC_KEY_SIZE];

    private final VerifyingKey verifyingKey;

    private SigningKey(byte[] seed) {
        this.seed = seed;
        Ed25519.generatePublicKey(seed, 0, publicKey, 0);
        verifyingKey = VerifyingKey.of(publicKey);
    }

    public static SigningKey generate(SecureRandom random) {
        byte[] seed = new byte[BYTES];
        random.nextBytes(seed);
        return new SigningKey(seed);
    }

    /** Takes a copy; the caller wipes its own. */
    public static SigningKey of(byte[] seed) {
        return new SigningKey(seed.clone());
    }

    public byte[] sign(byte[] message) {
        byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
        Ed25519.sign(seed, 0, publicKey, 0, message, 0, message.length, signature, 0);
        return signature;
    }

    public VerifyingKey verifyingKey() {
        return verifyingKey;
    }

    /** A copy of the seed, to be sealed; the caller wipes it. */
    public byte[] raw() {
        return seed.clone();
    }

    @Override
    public void close() {
        Arrays.fill(seed, (byte) 0);
    }

    @Override
    public String toString() {
        return "SigningKey";
    }
}
