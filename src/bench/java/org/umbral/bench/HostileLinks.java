package org.umbral.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.umbral.line.HostileLine;

/** Five hundred hostile links, each of its own seed; {@code -Dumbral.seed} and {@code -Dumbral.links} choose others. */
final class HostileLinks {
    private static final int LINKS = 500;
    private static final int LINES = 16;
    private static final int EVERY = 50;

    private final long first = Long.getLong("umbral.seed", 20261122);
    private final int links = Integer.getInteger("umbral.links", LINKS);
    private final AtomicInteger next = new AtomicInteger();
    private final List<HostileLine.Converged> converged = Collections.synchronizedList(new ArrayList<>());
    private final ConcurrentLinkedQueue<String> failed = new ConcurrentLinkedQueue<>();

    boolean run() throws Exception {
        Path folder = Files.createTempDirectory("umbral-bench");
        ExecutorService lines = Executors.newFixedThreadPool(LINES);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < LINES; i++) {
                Path own = folder.resolve("line-" + i);
                running.add(lines.submit(() -> meetMany(own)));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } finally {
            lines.shutdownNow();
            Folders.delete(folder);
        }
        int cuts = converged.stream().mapToInt(HostileLine.Converged::cuts).sum();
        int connections =
                converged.stream().mapToInt(HostileLine.Converged::connections).sum();
        long again = converged.stream().mapToLong(HostileLine.Converged::again).sum();
        long slowest =
                converged.stream().mapToLong(one -> one.time().toMillis()).max().orElse(0);
        System.out.printf(
                "seeds %d to %d: %d converged of %d, %d connections, %d cuts, slowest %.1f s, known bytes again %d  %s%n",
                first,
                first + links - 1,
                converged.size(),
                links,
                connections,
                cuts,
                slowest / 1e3,
                again,
                failed.isEmpty() ? "yes" : "NO");
        failed.forEach(System.out::println);
        return failed.isEmpty() && converged.size() == links;
    }

    private Void meetMany(Path folder) throws Exception {
        HostileLine line = new HostileLine(folder.resolve("0"), first);
        try {
            for (int i = next.getAndIncrement(); i < links; i = next.getAndIncrement()) {
                try {
                    converged.add(line.meet(first + i));
                } catch (Exception | AssertionError e) {
                    failed.add("seed " + (first + i) + ": " + e);
                    line.close();
                    line = new HostileLine(folder.resolve("after-" + i), first);
                }
                if (converged.size() % EVERY == 0) {
                    System.out.println(converged.size() + " converged, " + failed.size() + " did not");
                }
            }
        } finally {
            line.close();
        }
        return null;
    }
}
