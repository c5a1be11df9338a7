package org.umbral.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.umbral.ingest.Ingest.Shape;
import org.umbral.shared.Sha256;

/** Sealed bytes that no disk makes smaller, named by their hash as a phone names them. */
final class Cases {
    private Cases() {}

    /** One envelope. */
    record Sealed(Sha256 name, byte[] bytes, boolean photo) {}

    /** Words first, as a phone sends them. */
    static List<Sealed> of(int cases, Shape shape, Random random) {
        List<Sealed> all = new ArrayList<>();
        for (int i = 0; i < cases; i++) {
            all.add(sealed(shape.words(), false, random));
            for (int photo = 0; photo < shape.photos(); photo++) {
                all.add(sealed(shape.photo(), true, random));
            }
        }
        return all;
    }

    private static Sealed sealed(int bytes, boolean photo, Random random) {
        byte[] noise = new byte[bytes];
        random.nextBytes(noise);
        return new Sealed(Sha256.of(noise), noise, photo);
    }
}
