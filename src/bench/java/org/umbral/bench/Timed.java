package org.umbral.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * Deeds by the clock, and by how much of the processor their own thread used: the first depends on what else the machine
 * does, the second does not.
 */
final class Timed {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Spread clock = new Spread();
    private final Spread processor = new Spread();

    <E extends Exception> void run(Spread.Deed<E> deed) throws E {
        long used = THREADS.getCurrentThreadCpuTime();
        clock.add(Spread.nanos(deed));
        processor.add(THREADS.getCurrentThreadCpuTime() - used);
    }

    Spread clock() {
        return clock;
    }

    void print(String what) {
        clock.print(what);
        processor.print("  of it, of the processor");
    }
}
