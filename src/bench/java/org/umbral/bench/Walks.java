package org.umbral.bench;

/**
 * Ten thousand random steps over the real screens, in five walks that each begin with a fresh phone. {@code
 * -Dumbral.seed} and {@code -Dumbral.walks=1} repeat one of them.
 */
final class Walks {
    private static final int WALKS = 5;
    private static final long SEED = 20261121;

    boolean run() throws Exception {
        long seed = Long.getLong("umbral.seed", SEED);
        int walks = Integer.getInteger("umbral.walks", WALKS);
        boolean met = true;
        for (int walk = 0; walk < walks; walk++) {
            String one = String.valueOf(seed + walk);
            met &= Folders.with(folder -> ScreenProcess.run("-Xmx1g", WalksChild.class, folder.toString(), one));
        }
        return met;
    }
}
