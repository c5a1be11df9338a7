package org.umbral.testing;

import org.testfx.util.WaitForAsyncUtils;

/** Waits for JavaFX's thread by asking it, where TestFX sleeps: what it was given is done, and what came of that. */
public final class FxRounds {
    private static final int ROUNDS = 5;
    private static final long PATIENCE_MILLIS = 12_000;

    private FxRounds() {}

    public static void settle() {
        settle(() -> {});
    }

    /** @param each done on JavaFX's thread in every round */
    public static void settle(Runnable each) {
        for (int i = 0; i < ROUNDS; i++) {
            WaitForAsyncUtils.waitForAsyncFx(PATIENCE_MILLIS, each);
        }
    }
}
