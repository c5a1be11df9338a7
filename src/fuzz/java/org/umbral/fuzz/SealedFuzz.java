package org.umbral.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import org.umbral.shared.GiveUp;
import org.umbral.shared.envelope.Age;
import org.umbral.shared.envelope.SignedEntry;
import org.umbral.shared.secret.OpeningKey;

/**
 * Sealed envelopes: age's header and pieces, and what is inside. The first byte of an input says how the rest is used, so
 * that it gets past the seal too.
 */
public final class SealedFuzz {
    private static final OpeningKey KEY = OpeningKey.of(scalar());
    private static final byte[] PLAIN = "Fictitious words of a fictitious person.".getBytes();
    private static final int WAYS = 3;

    private static byte[] scalar() {
        byte[] scalar = new byte[32];
        Arrays.fill(scalar, (byte) 7);
        return scalar;
    }

    private SealedFuzz() {}

    /** The name that Jazzer looks for. */
    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length == 0) {
            return;
        }
        byte[] rest = Arrays.copyOfRange(input, 1, input.length);
        switch (Math.floorMod(input[0], WAYS)) {
            case 0 -> opened(rest);
            case 1 -> opened(changed(rest));
            default -> Contract.holds(() -> SignedEntry.open(Age.seal(rest, KEY.sealingKey()), KEY), GiveUp.class);
        }
    }

    private static void opened(byte[] sealed) {
        Contract.holds(() -> Age.open(sealed, KEY), GiveUp.class);
        Contract.holds(() -> SignedEntry.open(sealed, KEY), GiveUp.class);
        Contract.holds(
                () -> Age.rewrap(
                        new ByteArrayInputStream(sealed), new ByteArrayOutputStream(), List.of(KEY), KEY.sealingKey()),
                GiveUp.class);
    }

    /** A right envelope of which the input replaces a stretch: two bytes say where. */
    private static byte[] changed(byte[] input) {
        byte[] sealed = Age.seal(PLAIN, KEY.sealingKey());
        if (input.length > 2) {
            int at = Math.floorMod(input[0] << 8 | input[1] & 0xff, sealed.length);
            for (int i = 2; i < input.length && at + i - 2 < sealed.length; i++) {
                sealed[at + i - 2] = input[i];
            }
        }
        return sealed;
    }
}
