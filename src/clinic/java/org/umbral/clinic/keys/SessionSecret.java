package org.umbral.clinic.keys;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.umbral.shared.Sha256;
import org.umbral.shared.secret.AesKey;

/**
 * What the cookie carries: 32 random bytes. The session's row is named by their hash, and holds the person's own key
 * under a key made from them by HKDF (RFC 5869), so that the row alone opens nothing.
 */
final class SessionSecret implements AutoCloseable {
    private static final int BYTES = 32;
    private static final byte[] INFO = "umbral session".getBytes(StandardCharsets.US_ASCII);

    private final byte[] secret;

    private SessionSecret(byte[] secret) {
        this.secret = secret;
    }

    static SessionSecret generate(SecureRandom random) {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        return new SessionSecret(secret);
    }

    static Optional<SessionSecret> parse(String cookie) {
        try {
            byte[] secret = Base64.getUrlDecoder().decode(cookie);
            return secret.length == BYTES ? Optional.of(new SessionSecret(secret)) : Optional.empty();
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    String cookie() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    String row() {
        return Sha256.of(secret).hex();
    }

    AesKey key(SecureRandom random) {
        HKDFBytesGenerator hkdf = new HKDFBytesGenerator(SHA256Digest.newInstance());
        hkdf.init(new HKDFParameters(secret, null, INFO));
        byte[] derived = new byte[AesKey.BYTES];
        hkdf.generateBytes(derived, 0, derived.length);
        try {
            return AesKey.of(derived, random);
        } finally {
            Arrays.fill(derived, (byte) 0);
        }
    }

    byte[] place() {
        return ("sessions|" + row()).getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
        Arrays.fill(secret, (byte) 0);
    }

    @Override
    public String toString() {
        return "SessionSecret";
    }
}
