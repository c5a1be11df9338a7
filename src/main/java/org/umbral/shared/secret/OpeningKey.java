package org.umbral.shared.secret;

import com.exceptionfactory.jagged.bech32.Bech32;
import java.nio.CharBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Locale;
import org.bouncycastle.math.ec.rfc7748.X25519;
import org.umbral.shared.GiveUp;

/**
 * The secret half of an age X25519 identity (age v1 specification), 32 bytes. What was sealed to its {@link
 * #sealingKey()} opens with it alone, in Umbral or with the {@code age} tool. Thread-safe until closed.
 */
public final class OpeningKey implements AutoCloseable {
    private static final String HUMAN_PART = "AGE-SECRET-KEY-";

    private final byte[] scalar;
    private final SealingKey sealingKey;

    private OpeningKey(byte[] scalar) {
        this.scalar = scalar;
        byte[] point = new byte[X25519.POINT_SIZE];
        X25519.scalarMultBase(scalar, 0, point, 0);
        sealingKey = SealingKey.of(point);
    }

    public static OpeningKey generate(SecureRandom random) {
        byte[] scalar = new byte[X25519.SCALAR_SIZE];
        random.nextBytes(scalar);
        return new OpeningKey(scalar);
    }

    /** Takes a copy; the caller wipes its own. */
    public static OpeningKey of(byte[] scalar) {
        return new OpeningKey(scalar.clone());
    }

    /** Reads {@code AGE-SECRET-KEY-1…}; {@code GiveUp("not-an-age-key")} where it is none. */
    public static OpeningKey parse(CharSequence encoded) throws GiveUp {
        try {
            var address = Bech32.getDecoder().decode(encoded);
            if (!address.getHumanReadablePart()
                            .toString()
                            .toUpperCase(Locale.ROOT)
                            .equals(HUMAN_PART)
                    || address.getData().length != X25519.SCALAR_SIZE) {
                throw new GiveUp("not-an-age-key");
            }
            return new OpeningKey(address.getData());
        } catch (RuntimeException e) {
            throw new GiveUp("not-an-age-key");
        }
    }

    public SealingKey sealingKey() {
        return sealingKey;
    }

    /** {@code AGE-SECRET-KEY-1…} as characters that the caller wipes. */
    public char[] encoded() {
        CharSequence text = Bech32.getEncoder().encode(HUMAN_PART, scalar);
        char[] upper = new char[text.length()];
        for (int i = 0; i < upper.length; i++) {
            upper[i] = Character.toUpperCase(text.charAt(i));
        }
        if (text instanceof CharBuffer buffer && buffer.hasArray()) {
            Arrays.fill(buffer.array(), '\0');
        }
        return upper;
    }

    /** A copy of the scalar, to be sealed; the caller wipes it. */
    public byte[] raw() {
        return scalar.clone();
    }

    @Override
    public void close() {
        Arrays.fill(scalar, (byte) 0);
    }

    @Override
    public String toString() {
        return "OpeningKey";
    }
}
