package org.umbral.fuzz;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.stream.Stream;

/** What holds for any input: a declared failure or an answer, and that soon. Anything else that is thrown is a find. */
final class Contract {
    /** Of the processor, so that it does not depend on what else the machine does. */
    private static final Duration SOON = Duration.ofSeconds(1);

    /** The first times classes are loaded and changed, which takes seconds; what an input itself takes it takes each time. */
    private static final int TIMES = 4;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Contract() {}

    /** What is tried with an input. */
    @FunctionalInterface
    interface Deed {
        void run() throws Exception;
    }

    /** @param declared the failures that the deed may answer with */
    @SafeVarargs
    static void holds(Deed deed, Class<? extends Exception>... declared) {
        Duration took = taken(deed, declared);
        for (int times = 1; times < TIMES && took.compareTo(SOON) > 0; times++) {
            took = taken(deed, declared);
        }
        if (took.compareTo(SOON) > 0) {
            throw new IllegalStateException("took " + took.toMillis() + " ms");
        }
    }

    @SafeVarargs
    private static Duration taken(Deed deed, Class<? extends Exception>... declared) {
        long begun = THREADS.getCurrentThreadCpuTime();
        try {
            deed.run();
        } catch (Exception e) {
            if (Stream.of(declared).noneMatch(one -> one.isInstance(e))) {
                throw new IllegalStateException(
                        "not a declared failure: " + e.getClass().getName(), e);
            }
        }
        return Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - begun);
    }
}
