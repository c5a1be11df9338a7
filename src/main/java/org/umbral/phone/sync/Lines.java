package org.umbral.phone.sync;

import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/** Keeps the one line to the clinic, and its connections, from round to round. Thread-safe. */
final class Lines {
    private final ExecutorService workers;
    private final Runnable connecting;
    private @Nullable ClinicLine line;

    /** @param connecting told before each connection is made */
    Lines(ExecutorService workers, Runnable connecting) {
        this.workers = workers;
        this.connecting = connecting;
    }

    /** The present line where it leads to this peer, a new one otherwise. */
    synchronized ClinicLine to(Peer peer) {
        ClinicLine present = line;
        if (present != null && present.peer().equals(peer)) {
            return present;
        }
        hangUp();
        ClinicLine made = new ClinicLine(peer, workers, connecting);
        line = made;
        return made;
    }

    synchronized void hangUp() {
        if (line != null) {
            line.hangUp();
        }
    }
}
