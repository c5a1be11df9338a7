package org.umbral.testing;

import java.security.SecureRandom;
import java.util.Random;
import java.util.stream.LongStream;

/** Seeds for property tests: fixed ones and one of the day, each printed by the parameterised test's name. */
public final class Seeds {
    private Seeds() {}

    /** For {@code @MethodSource("org.umbral.testing.Seeds#fifty")}. */
    public static LongStream fifty() {
        return LongStream.concat(LongStream.range(0, 49), LongStream.of(new Random().nextLong()));
    }

    /** A repeatable randomness that is given to code which asks for a secure one. Never in production. */
    public static SecureRandom repeatable(long seed) {
        Random random = new Random(seed);
        return new SecureRandom() {
            @Override
            public void nextBytes(byte[] bytes) {
                random.nextBytes(bytes);
            }
        };
    }
}
