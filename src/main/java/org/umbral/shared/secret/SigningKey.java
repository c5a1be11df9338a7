package org.umbral.shared.secret;

import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** The secret half of an Ed25519 key (RFC 8032), 32 bytes. Thread-safe until closed. */
public final class SigningKey implements AutoCloseable {
    public static final int BYTES = 32;

    private final byte[] seed;
    private final VerifyingKey verifyingKey;

    private SigningKey(byte[] seed) {
        this.seed = seed;
        verifyingKey = VerifyingKey.of(
                new Ed25519PrivateKeyParameters(seed).generatePublicKey().getEncoded());
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
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, new Ed25519PrivateKeyParameters(seed));
        signer.update(message, 0, message.length);
        return signer.generateSignature();
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
