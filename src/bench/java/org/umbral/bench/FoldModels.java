package org.umbral.bench;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.umbral.model.FoldCheck;

/**
 * A hundred thousand generated histories of a case, in any order, doubled and in part, against the naive model; {@code
 * -Dumbral.seed} and {@code -Dumbral.histories} repeat some of them, {@code -Dumbral.minutes} ends it sooner.
 */
final class FoldModels {
    private static final int HISTORIES = 100_000;
    private static final int THREADS = 2;
    private static final int MOST_PRINTED = 5;
    private static final long SEED = 20261122;

    private final FoldCheck check = FoldCheck.real();
    private final AtomicLong next = new AtomicLong();
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong wrong = new AtomicLong();

    boolean run() throws InterruptedException {
        long seed = Long.getLong("umbral.seed", SEED);
        int histories = Integer.getInteger("umbral.histories", HISTORIES);
        long begun = System.nanoTime();
        long most = TimeUnit.MINUTES.toNanos(Long.getLong("umbral.minutes", Long.MAX_VALUE));
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        for (int i = 0; i < THREADS; i++) {
            threads.execute(() -> {
                for (long at = next.getAndIncrement();
                        at < histories && System.nanoTime() - begun < most;
                        at = next.getAndIncrement()) {
                    check.wrong(seed + at).ifPresent(this::told);
                    done.incrementAndGet();
                }
            });
        }
        threads.shutdown();
        boolean ended = threads.awaitTermination(1, TimeUnit.DAYS);
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf("%-52s %10s %6s  %s%n", "figure", "measured", "bar", "met");
        System.out.printf("%-52s %,10d %6s%n", "histories from seed " + seed, done.get(), "–");
        System.out.printf("%-52s %10.0f %6s%n", "seconds", seconds, "–");
        System.out.printf(
                "%-52s %,10d %6d  %s%n",
                "that the fold shows otherwise than the model", wrong.get(), 0, wrong.get() == 0);
        return ended && wrong.get() == 0;
    }

    private void told(FoldCheck.Wrong one) {
        if (wrong.incrementAndGet() <= MOST_PRINTED) {
            System.out.println(one + "\n");
        }
    }
}
