package org.umbral.clinic.store;

import java.util.concurrent.locks.ReentrantLock;

/**
 * Whoever writes to cases reads them first and stores what both make together: one at a time, from the reading to the commit,
 * so that nobody stores a case without what another one stored in between. One process works on a store, so a lock in it is
 * enough. A turn is taken before the writers' lock of the {@link Database} and within a turn further ones. Thread-safe.
 */
public final class CaseTurns {
    private final ReentrantLock lock = new ReentrantLock(true);

    CaseTurns() {}

    /** Waits for whoever has it; to be ended in any case. */
    public void begin() {
        lock.lock();
    }

    public void end() {
        lock.unlock();
    }
}
