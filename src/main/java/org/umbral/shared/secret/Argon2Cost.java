package org.umbral.shared.secret;

import java.util.Arrays;
import java.util.function.LongSupplier;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * How much work Argon2id (RFC 9106) asks for one passphrase: memory in KiB and passes over it, one lane. Stored beside
 * what it wraps; never below 19 MiB and two passes.
 */
public record Argon2Cost(int memoryKib, int passes) {
    public static final Argon2Cost LEAST = new Argon2Cost(19 * 1024, 2);
    private static final int MOST_KIB = 256 * 1024;
    private static final int MOST_PASSES = 16;

    public Argon2Cost {
        if (memoryKib < LEAST_KIB || memoryKib > MOST_KIB || passes < 2 || passes > MOST_PASSES) {
            throw new IllegalArgumentException("Argon2id cost out of range");
        }
    }

    private static final int LEAST_KIB = 19 * 1024;

    /**
     * Finds the cost that takes about {@code targetMillis} here: memory is doubled to 64 MiB first, then passes are added.
     *
     * @param nanos a clock that only goes forward, in nanoseconds
     */
    public static Argon2Cost measure(LongSupplier nanos, long targetMillis) {
        Argon2Cost cost = LEAST;
        long took = cost.time(nanos);
        while (took * 2 <= targetMillis && cost.memoryKib * 2 <= 80 * 1024) {
            cost = new Argon2Cost(cost.memoryKib * 2, cost.passes);
            took = cost.time(nanos);
        }
        long perPass = Math.max(1, took / cost.passes);
        int passes = (int) Math.max(cost.passes, Math.min(MOST_PASSES, targetMillis / perPass));
        return new Argon2Cost(cost.memoryKib, passes);
    }

    byte[] derive(Passphrase passphrase, byte[] salt) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memoryKib)
                .withIterations(passes)
                .withParallelism(1)
                .withSalt(salt)
                .build());
        byte[] key = new byte[AesKey.BYTES];
        generator.generateBytes(passphrase.bytes(), key);
        return key;
    }

    private long time(LongSupplier nanos) {
        try (Passphrase sample = Passphrase.of("sample sample".toCharArray())) {
            long before = nanos.getAsLong();
            Arrays.fill(derive(sample, new byte[16]), (byte) 0);
            return Math.max(1, (nanos.getAsLong() - before) / 1_000_000);
        }
    }
}
