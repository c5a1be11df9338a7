package org.umbral.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.umbral.shared.Failure;
import org.umbral.testing.FolderTree;

/** Holds the whole line, real phone and real clinic with a carrier that loses and doubles, against a simple model. */
public final class LineCheck {
    private static final int STACK = 12;

    private final Path folder;
    private final boolean forgets;
    private final LineWorld.Template template;
    private final AtomicLong next = new AtomicLong();
    private final Map<String, LongAdder> figures = new ConcurrentSkipListMap<>();

    /** A history that did not end as it should, in its fewest steps. */
    public record Wrong(long seed, int steps, String told) {
        @Override
        public String toString() {
            return told;
        }
    }

    public LineCheck(Path folder) throws Failure {
        this(folder, false);
    }

    /** @param forgets planted: the clinic gives receipts for what it did not keep */
    LineCheck(Path folder, boolean forgets) throws Failure {
        this.folder = folder;
        this.forgets = forgets;
        template = LineWorld.Template.make(folder.resolve("template"));
    }

    /** What is wrong with the history of this seed, shrunk and readable; empty where nothing is. Thread-safe. */
    public Optional<Wrong> wrong(long seed) throws IOException {
        List<LineStep> history = LineStep.history(seed);
        if (played(history, seed).isEmpty()) {
            return Optional.empty();
        }
        List<LineStep> least =
                Shrinking.steps(history, fewer -> played(fewer, seed).isPresent());
        StringBuilder told = new StringBuilder(
                "seed " + seed + ", shrunk from " + history.size() + " steps to " + least.size() + ":\n");
        least.forEach(step -> told.append("  ").append(step.kind()).append('\n'));
        told.append(played(least, seed).orElse("and now it passes"));
        return Optional.of(new Wrong(seed, least.size(), told.toString()));
    }

    /** How often what happened, so that nobody takes for checked what never came. */
    public Map<String, Long> figures() {
        Map<String, Long> sums = new TreeMap<>();
        figures.forEach((name, sum) -> sums.put(name, sum.sum()));
        return sums;
    }

    private Optional<String> played(List<LineStep> steps, long seed) {
        Path own = folder.resolve("history-" + next.incrementAndGet());
        try {
            Files.createDirectories(own);
            try (LineWorld world = new LineWorld(template, own, seed, forgets)) {
                for (LineStep step : steps) {
                    world.play(step);
                }
                Optional<String> wrong = new LineEnd(world).wrong();
                world.promised
                        .figures()
                        .forEach((name, count) -> figures.computeIfAbsent(name, none -> new LongAdder())
                                .add(count));
                return wrong;
            } finally {
                FolderTree.delete(own);
            }
        } catch (Failure | IOException | RuntimeException e) {
            return Optional.of(told(e));
        }
    }

    private static String told(Throwable e) {
        List<String> lines = new ArrayList<>(List.of(e.toString()));
        StackTraceElement[] trace = e.getStackTrace();
        for (int i = 0; i < Math.min(STACK, trace.length); i++) {
            lines.add("    at " + trace[i]);
        }
        return String.join("\n", lines);
    }
}
