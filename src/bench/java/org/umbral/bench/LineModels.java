package org.umbral.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.umbral.model.LineCheck;

/**
 * Generated histories of the whole line, a real phone and a real clinic, against a simple model; {@code -Dumbral.seed} and
 * {@code -Dumbral.histories} repeat some of them, {@code -Dumbral.minutes} ends it sooner. In memory where the machine has such a folder: nothing here cuts power.
 */
final class LineModels {
    private static final int HISTORIES = 3000;
    private static final int THREADS = 2;
    private static final int MOST_PRINTED = 5;
    private static final long SEED = 20261122;
    private static final Path IN_MEMORY = Path.of("/dev/shm");

    private final AtomicLong next = new AtomicLong();
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong wrong = new AtomicLong();

    boolean run() throws Exception {
        Path folder = Files.isWritable(IN_MEMORY)
                ? Files.createTempDirectory(IN_MEMORY, "umbral-bench")
                : Files.createTempDirectory("umbral-bench");
        try {
            return run(new LineCheck(folder));
        } finally {
            Folders.delete(folder);
        }
    }

    private boolean run(LineCheck check) throws InterruptedException {
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
                    one(check, seed + at);
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
        check.figures().forEach((kind, count) -> System.out.printf("%-52s %,10d %6s%n", "  " + kind, count, "–"));
        System.out.printf(
                "%-52s %,10d %6d  %s%n", "that end otherwise than promised", wrong.get(), 0, wrong.get() == 0);
        return ended && wrong.get() == 0;
    }

    private void one(LineCheck check, long seed) {
        try {
            check.wrong(seed).ifPresent(found -> {
                if (wrong.incrementAndGet() <= MOST_PRINTED) {
                    System.out.println(found + "\n");
                }
            });
        } catch (IOException e) {
            wrong.incrementAndGet();
            System.out.println("seed " + seed + ": " + e);
        }
    }
}
