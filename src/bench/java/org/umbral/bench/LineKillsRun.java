package org.umbral.bench;

import org.umbral.line.LineKills;

/**
 * A thousand kills of phones and clinics on one line; {@code -Dumbral.kills} for fewer, {@code -Dumbral.seed} for other
 * choices.
 */
final class LineKillsRun {
    private static final int KILLS = 1000;
    private static final long SEED = 20261122;

    boolean run() throws Exception {
        long seed = Long.getLong("umbral.seed", SEED);
        int kills = Integer.getInteger("umbral.kills", KILLS);
        return Folders.with(folder -> new LineKills(folder, seed, kills).run());
    }
}
