package org.umbral.clinic.casework;

import org.umbral.shared.TryAgain;

/**
 * What goes to phones once something is written. Where that fails the write stands, so whoever wrote is not told that it does
 * not: what waits goes when the list of cases, or of those who came twice, is looked at next.
 */
final class Outgoing {
    private static final System.Logger LOG = System.getLogger(Outgoing.class.getName());

    private Outgoing() {}

    @FunctionalInterface
    interface Delivery {
        void run() throws TryAgain;
    }

    static void send(Delivery delivery) {
        try {
            delivery.run();
        } catch (TryAgain e) {
            LOG.log(System.Logger.Level.WARNING, "a letter waits for the next opening: " + e.reason());
        }
    }
}
