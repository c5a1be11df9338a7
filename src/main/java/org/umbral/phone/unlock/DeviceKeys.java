package org.umbral.phone.unlock;

import java.security.SecureRandom;
import java.util.Arrays;
import org.umbral.shared.secret.OpeningKey;
import org.umbral.shared.secret.SigningKey;

/**
 * The phone's own keys, kept in the vault: one signs entries, the other opens what the clinic sends and nothing else.
 * Thread-safe until closed.
 */
public final class DeviceKeys implements AutoCloseable {
    private static final int HALF = 32;

    private final SigningKey signing;
    private final OpeningKey mailbox;

    private DeviceKeys(SigningKey signing, OpeningKey mailbox) {
        this.signing = signing;
        this.mailbox = mailbox;
    }

    public static DeviceKeys generate(SecureRandom random) {
        return new DeviceKeys(SigningKey.generate(random), OpeningKey.generate(random));
    }

    /** Takes a copy of what {@link #raw} gave; the caller wipes its own. */
    public static DeviceKeys of(byte[] raw) {
        byte[] first = Arrays.copyOf(raw, HALF);
        byte[] second = Arrays.copyOfRange(raw, HALF, 2 * HALF);
        try {
            return new DeviceKeys(SigningKey.of(first), OpeningKey.of(second));
        } finally {
            Arrays.fill(first, (byte) 0);
            Arrays.fill(second, (byte) 0);
        }
    }

    public SigningKey signing() {
        return signing;
    }

    public OpeningKey mailbox() {
        return mailbox;
    }

    /** Both secrets, to be sealed into the vault; the caller wipes them. */
    public byte[] raw() {
        byte[] both = Arrays.copyOf(signing.raw(), 2 * HALF);
        System.arraycopy(mailbox.raw(), 0, both, HALF, HALF);
        return both;
    }

    @Override
    public void close() {
        signing.close();
        mailbox.close();
    }

    @Override
    public String toString() {
        return "DeviceKeys";
    }
}
