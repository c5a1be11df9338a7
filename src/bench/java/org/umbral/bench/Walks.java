package org.umbral.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.umbral.phone.screen.Monkey;

/**
 * Ten thousand random steps over the real screens, in five walks that each begin with a fresh phone. {@code
 * -Dumbral.seed} and {@code -Dumbral.walks=1} repeat one of them.
 */
final class Walks {
    private static final int WALKS = 5;
    private static final int STEPS = 2000;
    private static final int PARTS = 4;
    private static final int UNTIL_KILL = 60;
    private static final long SEED = 20261121;

    boolean run() throws Exception {
        long seed = Long.getLong("umbral.seed", SEED);
        int walks = Integer.getInteger("umbral.walks", WALKS);
        for (int walk = 0; walk < walks; walk++) {
            Path folder = Files.createTempDirectory("umbral-bench");
            try (Monkey monkey = new Monkey(folder, seed + walk)) {
                for (int part = 0; part < PARTS; part++) {
                    monkey.walk(STEPS / PARTS, UNTIL_KILL);
                    System.out.println(monkey.figures());
                }
                System.out.println(often(monkey.seen()));
            } finally {
                Folders.delete(folder);
            }
        }
        return true;
    }

    private static String often(Map<String, Integer> seen) {
        return seen.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(40)
                .map(Map.Entry::toString)
                .toList()
                .toString();
    }
}
