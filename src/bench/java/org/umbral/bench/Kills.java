package org.umbral.bench;

import org.umbral.testing.FieldKills;

/** An autosaved field and two hundred kills at random instants; {@code -Dumbral.seed} repeats one run's choices. */
final class Kills {
    private static final int KILLS = 200;
    private static final long SEED = 20261121;

    boolean run() throws Exception {
        long seed = Long.getLong("umbral.seed", SEED);
        return Folders.with(folder -> {
            FieldKills kills = new FieldKills(folder, seed);
            for (int i = 0; i < KILLS; i++) {
                kills.kill();
                if ((i + 1) % 20 == 0) {
                    System.out.println("seed " + seed + ": " + kills.figures());
                }
            }
            return true;
        });
    }
}
