package org.umbral.shared.envelope;

import org.umbral.shared.GiveUp;

/** What is behind the seal, without the seal's cost for each input. */
public final class Insides {
    private Insides() {}

    public static SignedEntry unpack(byte[] packed) throws GiveUp {
        return SignedEntry.unpack(packed);
    }
}
