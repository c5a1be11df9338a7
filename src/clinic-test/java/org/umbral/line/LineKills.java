package org.umbral.line;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.umbral.testing.FolderTree;
import org.umbral.testing.MovableClock;

/**
 * Phones and clinics in processes of their own, killed by {@code SIGKILL} at random instants; now and then all of a pair is
 * compared with what was promised. Two pairs at a time; most kills meet a pair that lived through hundreds.
 */
public final class LineKills {
    private static final int BETWEEN_COMPARISONS = 10;
    private static final int WHOLE_EVERY = 5;
    private static final int SHOWN_EVERY = 50;
    private static final int LANES = 2;
    private static final List<Integer> LIVES = List.of(300, 100, 100);
    /** Of a thousand, at the least: half of what chance gives. */
    private static final Map<String, Integer> LEAST =
            Map.of("phone", 220, "clinic", 80, "both", 90, "backup", 50, "backup and clinic", 20);

    private static final int WHOLE_RUN = 1000;
    private static final int PHOTOS = 8;
    private static final int SHORTEST_SIDE = 700;
    private static final int LONGEST_SIDE = 1500;

    private final Path folder;
    private final long seed;
    private final int kills;
    private final KillTally tally = new KillTally();
    private final ChildJvm jvm;
    private int shown;

    /** @param kills how many in all */
    public LineKills(Path folder, long seed, int kills) throws IOException {
        this.folder = folder;
        this.seed = seed;
        this.kills = kills;
        jvm = ChildJvm.in(folder.resolve("jvm"));
        Camera.draw(folder.resolve("photos"), PHOTOS, SHORTEST_SIDE, LONGEST_SIDE, seed);
    }

    /** Whether nothing was lost, doubled or unreadable. */
    public boolean run() throws Exception {
        warmUp();
        ExecutorService lanes = Executors.newFixedThreadPool(LANES);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int lane = 0; lane < LANES; lane++) {
                int number = lane;
                all.add(lanes.submit(() -> {
                    lane(number);
                    return number;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            lanes.shutdownNow();
        }
        System.out.println("seed " + seed + ": " + tally);
        boolean everyVictim = kills < WHOLE_RUN || tally.hasMet(LEAST);
        if (!everyVictim) {
            System.out.println("too few of a victim; at the least " + LEAST);
        }
        return everyVictim
                && tally.count(Finding.Kind.LOST)
                                + tally.count(Finding.Kind.DOUBLED)
                                + tally.count(Finding.Kind.UNREADABLE)
                        == 0;
    }

    /** Lives that end by themselves, so that the others start fast. */
    private void warmUp() throws Exception {
        MovableClock clock = clock();
        KilledPair.Places places = KilledPair.Places.made(folder.resolve("first"), folder.resolve("photos"), clock);
        new FirstLives(places, jvm, clock).run();
        FolderTree.delete(places.root());
    }

    /** The files' times are the machine's, so the lives begin now. */
    private static MovableClock clock() {
        return new MovableClock(Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    }

    private void lane(int lane) throws Exception {
        Random choice = new Random(seed + lane);
        for (int pair = 0; tally.kills() < kills; pair++) {
            MovableClock clock = clock();
            Path root = folder.resolve("pair-" + lane + "-" + pair);
            KilledPair.Places places = KilledPair.Places.made(root, folder.resolve("photos"), clock);
            boolean sound;
            try (KilledPair lives = new KilledPair(places, jvm, tally, clock, choice.nextLong())) {
                sound = live(lives, LIVES.get(Math.min(pair, LIVES.size() - 1)), choice);
            }
            if (sound) {
                FolderTree.delete(root);
            }
        }
    }

    /** Whether nothing was found. */
    private boolean live(KilledPair lives, int many, Random choice) throws Exception {
        KillComparison comparison = new KillComparison(lives.places(), lives.clock());
        Set<Finding> known = new HashSet<>();
        for (int i = 1; i <= many; i++) {
            if (i % BETWEEN_COMPARISONS != 0) {
                lives.kill();
                continue;
            }
            lives.killBoth();
            boolean end = i == many || tally.kills() >= kills;
            boolean whole = end || i / BETWEEN_COMPARISONS % WHOLE_EVERY == 0;
            List<Finding> findings = new ArrayList<>(lives.died());
            findings.addAll(comparison.run(whole, choice.nextLong()));
            tally.checked(comparison.compared(), whole, comparison.orphans());
            for (Finding finding : findings) {
                if (known.add(finding)) {
                    tally.found(finding);
                    System.out.println("seed " + seed + ", kill " + tally.kills() + ", "
                            + lives.places().root().getFileName() + " at " + i + ": " + finding);
                }
            }
            show();
            if (end) {
                break;
            }
            lives.startBoth();
        }
        return known.isEmpty();
    }

    private synchronized void show() {
        if (tally.kills() / SHOWN_EVERY > shown) {
            shown = tally.kills() / SHOWN_EVERY;
            System.out.println("seed " + seed + ": " + tally);
        }
    }
}
