package org.umbral.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.umbral.shared.GiveUp;
import org.umbral.shared.envelope.Age;
import org.umbral.shared.envelope.Insides;
import org.umbral.shared.envelope.SignedEntry;
import org.umbral.shared.secret.OpeningKey;

/**
 * Sealed envelopes: age's header and pieces, and what is inside. The first byte of an input says how the rest is used, so
 * that it gets past the seal too.
 */
public final class SealedFuzz {
    private static final OpeningKey KEY = OpeningKey.of(scalar());
    private static final byte[] SEALED =
            Age.seal("Fictitious words of a fictitious person.".getBytes(StandardCharsets.UTF_8), KEY.sealingKey());
    private static final int WAYS = 4;

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
            case 0 -> Contract.holds(() -> SignedEntry.open(rest, KEY), GiveUp.class);
            case 1 -> Contract.holds(() -> Age.open(changed(rest), KEY), GiveUp.class);
            case 2 -> Contract.holds(() -> Insides.unpack(rest), GiveUp.class);
            default -> Contract.holds(() -> rewrapped(changed(rest)), GiveUp.class);
        }
    }

    private static void rewrapped(byte[] sealed) throws IOException, GiveUp {
        Age.rewrap(new ByteArrayInputStream(sealed), new ByteArrayOutputStream(), List.of(KEY), KEY.sealingKey());
    }

    /** A right envelope of which the input replaces a stretch: two bytes say where. */
    private static byte[] changed(byte[] input) {
        byte[] sealed = SEALED.clone();
        if (input.length > 2) {
            int at = Math.floorMod(input[0] << 8 | input[1] & 0xff, sealed.length);
            for (int i = 2; i < input.length && at + i - 2 < sealed.length; i++) {
                sealed[at + i - 2] = input[i];
            }
        }
        return sealed;
    }
}
