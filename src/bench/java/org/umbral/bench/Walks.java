package org.umbral.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Ten thousand random steps over the real screens, in five walks that each begin with a fresh phone. {@code
 * -Dumbral.seed} and {@code -Dumbral.walks=1} repeat one of them.
 */
final class Walks {
    private static final int WALKS = 5;
    private static final long SEED = 20261121;

    boolean run() throws IOException, InterruptedException {
        long seed = Long.getLong("umbral.seed", SEED);
        int walks = Integer.getInteger("umbral.walks", WALKS);
        boolean met = true;
        for (int walk = 0; walk < walks; walk++) {
            Path folder = Files.createTempDirectory("umbral-bench");
            try {
                met &= ScreenProcess.run("-Xmx1g", WalksChild.class, folder.toString(), String.valueOf(seed + walk));
            } finally {
                Folders.delete(folder);
            }
        }
        return met;
    }
}
