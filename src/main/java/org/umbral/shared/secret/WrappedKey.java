package org.umbral.shared.secret;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.Bound;
import org.umbral.shared.GiveUp;

/**
 * A key that only a passphrase opens: Argon2id over the passphrase, AES-256-GCM over the key, bound to the purpose it
 * serves. Safe to store; a record that Jackson binds.
 *
 * @param purpose what the key is for, such as {@code vault}; a wrap moved to another purpose does not open
 * @param salt 16 random bytes
 */
@Bound
public record WrappedKey(String purpose, int memoryKib, int passes, byte[] salt, byte[] wrapped) {
    private static final int SALT_BYTES = 16;

    public static WrappedKey wrap(
            AesKey key, Passphrase passphrase, String purpose, Argon2Cost cost, SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        byte[] derived = cost.derive(passphrase, salt);
        byte[] raw = key.raw();
        try (AesKey lock = AesKey.of(derived, random)) {
            return new WrappedKey(purpose, cost.memoryKib(), cost.passes(), salt, lock.seal(raw, place(purpose)));
        } finally {
            Arrays.fill(derived, (byte) 0);
            Arrays.fill(raw, (byte) 0);
        }
    }

    /** Takes about as long as the cost asks. {@code AskThePerson("wrong-passphrase")} where it does not open. */
    public AesKey unwrap(Passphrase passphrase, SecureRandom random) throws AskThePerson {
        byte[] derived = new Argon2Cost(memoryKib, passes).derive(passphrase, salt);
        try (AesKey lock = AesKey.of(derived, random)) {
            byte[] raw = lock.open(wrapped, place(purpose));
            try {
                return AesKey.of(raw, random);
            } finally {
                Arrays.fill(raw, (byte) 0);
            }
        } catch (GiveUp e) {
            throw new AskThePerson("wrong-passphrase");
        } finally {
            Arrays.fill(derived, (byte) 0);
        }
    }

    private static byte[] place(String purpose) {
        return ("umbral wrapped key|" + purpose).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "WrappedKey[" + purpose + "]";
    }
}
