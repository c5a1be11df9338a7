package org.umbral.bench;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Generated histories against a model, each from its own seed; {@code -Dumbral.seed} and {@code -Dumbral.histories} repeat
 * some of them, {@code -Dumbral.minutes} ends it sooner.
 */
final class Histories {
    private static final int THREADS = 2;
    private static final int MOST_PRINTED = 5;
    private static final long SEED = 20261122;
    private static final double SECONDS_PER_MINUTE = 60;

    private final int histories;
    private final long seed = Long.getLong("umbral.seed", SEED);
    private final Optional<Double> minutes =
            Optional.ofNullable(System.getProperty("umbral.minutes")).map(Double::valueOf);
    private final AtomicLong next = new AtomicLong();
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong wrong = new AtomicLong();

    /** What is wrong with the history of a seed, readable. */
    interface Check {
        Optional<?> wrong(long seed) throws Exception;
    }

    /** @param many where no other number is asked for */
    Histories(int many) {
        histories = Integer.getInteger("umbral.histories", many);
    }

    /**
     * Whether none was wrong, and all were looked at or as many as the asked minutes allowed.
     *
     * @param bar what a wrong one is
     * @param figures of what there was, asked at the end
     */
    boolean hold(Check check, String bar, Supplier<Map<String, ? extends Number>> figures) throws InterruptedException {
        long begun = System.nanoTime();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        for (int i = 0; i < THREADS; i++) {
            threads.execute(() -> {
                for (long at = next.getAndIncrement();
                        at < histories && seconds(begun) < mostSeconds();
                        at = next.getAndIncrement()) {
                    one(check, seed + at);
                    done.incrementAndGet();
                }
            });
        }
        threads.shutdown();
        boolean ended = threads.awaitTermination(1, TimeUnit.DAYS);
        boolean all = ended && (done.get() == histories || minutes.isPresent());
        System.out.printf("%-52s %10s %7s  %s%n", "figure", "measured", "bar", "met");
        System.out.printf(
                "%-52s %,10d %7s  %s%n",
                "histories from seed " + seed,
                done.get(),
                minutes.isPresent() ? "–" : String.format("%,d", histories),
                all);
        System.out.printf("%-52s %10.0f %7s%n", "seconds", seconds(begun), "–");
        figures.get().forEach((kind, count) -> System.out.printf("%-52s %,10d %7s%n", "  " + kind, count, "–"));
        System.out.printf("%-52s %,10d %7d  %s%n", bar, wrong.get(), 0, wrong.get() == 0);
        return all && wrong.get() == 0;
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private double mostSeconds() {
        return minutes.map(many -> many * SECONDS_PER_MINUTE).orElse(Double.MAX_VALUE);
    }

    /** A check that does not come to its end found something too. */
    private void one(Check check, long one) {
        try {
            check.wrong(one).ifPresent(this::told);
        } catch (Throwable broken) {
            told("seed " + one + ": " + broken);
        }
    }

    private void told(Object found) {
        if (wrong.incrementAndGet() <= MOST_PRINTED) {
            System.out.println(found + "\n");
        }
    }
}
