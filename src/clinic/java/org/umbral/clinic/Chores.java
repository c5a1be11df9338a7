package org.umbral.clinic;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.umbral.shared.TryAgain;

/** Small work that a clinic does by itself, again and again. */
final class Chores {
    private static final System.Logger LOG = System.getLogger(Chores.class.getName());

    private Chores() {}

    @FunctionalInterface
    interface Chore {
        void run() throws TryAgain;
    }

    /** A chore that fails is tried again at its next time. Times in seconds. */
    static ScheduledFuture<?> repeat(ScheduledExecutorService timer, long first, long every, Chore chore) {
        return timer.scheduleWithFixedDelay(() -> tryOnce(chore), first, every, TimeUnit.SECONDS);
    }

    private static void tryOnce(Chore chore) {
        try {
            chore.run();
        } catch (TryAgain e) {
            LOG.log(System.Logger.Level.WARNING, "a chore waits: " + e.reason());
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "a chore failed: " + e.getClass().getName());
        }
    }
}
