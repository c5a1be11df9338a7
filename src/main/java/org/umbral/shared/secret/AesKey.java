package org.umbral.shared.secret;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.umbral.shared.Bug;
import org.umbral.shared.GiveUp;

/**
 * An AES-256 key that seals small values with AES-GCM (NIST SP 800-38D): a random 96-bit nonce before the ciphertext,
 * 128-bit tag, and associated data that names the place where the value stands, so that a value moved elsewhere does
 * not open. At most 1 MiB a call; keep large data in pieces of 64 KiB, where JDK 17 is 25 times faster. Thread-safe
 * until closed. A key may stand for a row of keys, of which the newest seals and all open.
 */
public final class AesKey implements AutoCloseable {
    public static final int BYTES = 32;
    public static final int MAX_PLAIN_BYTES = 1 << 20;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final byte[] key;
    private final SecureRandom random;
    private final List<AesKey> older;
    private volatile boolean closed;

    private AesKey(byte[] key, SecureRandom random, List<AesKey> older) {
        this.key = key;
        this.random = random;
        this.older = older;
    }

    public static AesKey generate(SecureRandom random) {
        byte[] key = new byte[BYTES];
        random.nextBytes(key);
        return new AesKey(key, random, List.of());
    }

    /** Takes a copy; the caller wipes its own. */
    public static AesKey of(byte[] key, SecureRandom random) {
        if (key.length != BYTES) {
            throw new Bug("an AES-256 key has 32 bytes");
        }
        return new AesKey(key.clone(), random, List.of());
    }

    /**
     * This key, which from now on also opens what was sealed before it was made. Takes all of them over: closing the one
     * closes the others.
     *
     * @param olderNewestFirst in the order in which they are tried
     */
    public AesKey with(List<AesKey> olderNewestFirst) {
        AesKey row = new AesKey(key.clone(), random, List.copyOf(olderNewestFirst));
        close();
        return row;
    }

    public byte[] seal(byte[] plain, byte[] place) {
        if (plain.length > MAX_PLAIN_BYTES) {
            throw new Bug("a value sealed in one piece is at most 1 MiB");
        }
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, place);
            byte[] sealed = Arrays.copyOf(nonce, NONCE_BYTES + plain.length + TAG_BITS / 8);
            cipher.doFinal(plain, 0, plain.length, sealed, NONCE_BYTES);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new Bug("AES-GCM seals what it is given", e);
        }
    }

    /** Opens what {@link #seal} gave; {@code GiveUp("sealed-value-damaged")} on other bytes, another key or place. */
    public byte[] open(byte[] sealed, byte[] place) throws GiveUp {
        try {
            return openAlone(sealed, place);
        } catch (GiveUp e) {
            for (AesKey key : older) {
                try {
                    return key.openAlone(sealed, place);
                } catch (GiveUp notThisOne) {
                    continue;
                }
            }
            throw e;
        }
    }

    private byte[] openAlone(byte[] sealed, byte[] place) throws GiveUp {
        if (sealed.length < NONCE_BYTES + TAG_BITS / 8) {
            throw new GiveUp("sealed-value-damaged");
        }
        try {
            byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
            return cipher(Cipher.DECRYPT_MODE, nonce, place).doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new GiveUp("sealed-value-damaged");
        }
    }

    /** A copy of the raw key, without older ones, to be wrapped by another; the caller wipes it. */
    public byte[] raw() {
        requireOpen();
        return key.clone();
    }

    public AesKey copy() {
        requireOpen();
        return new AesKey(key.clone(), random, older.stream().map(AesKey::copy).toList());
    }

    private Cipher cipher(int mode, byte[] nonce, byte[] place) throws GeneralSecurityException {
        requireOpen();
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place);
        return cipher;
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("this key was wiped");
        }
    }

    @Override
    public void close() {
        closed = true;
        Arrays.fill(key, (byte) 0);
        older.forEach(AesKey::close);
    }

    @Override
    public String toString() {
        return "AesKey";
    }
}
