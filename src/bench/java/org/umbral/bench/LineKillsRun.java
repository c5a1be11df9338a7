package org.umbral.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import org.umbral.line.LineKills;

/**
 * A thousand kills of phones and clinics on one line; {@code -Dumbral.kills} for fewer, {@code -Dumbral.seed} for other
 * choices.
 */
final class LineKillsRun {
    private static final int KILLS = 1000;
    private static final long SEED = 20261122;

    boolean run() throws Exception {
        Path folder = Files.createTempDirectory("umbral-bench");
        try {
            return new LineKills(folder, Long.getLong("umbral.seed", SEED), Integer.getInteger("umbral.kills", KILLS))
                    .run();
        } finally {
            Folders.delete(folder);
        }
    }
}
