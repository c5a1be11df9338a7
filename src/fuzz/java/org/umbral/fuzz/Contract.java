package org.umbral.fuzz;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** What holds for any input: a declared failure or an answer, and that soon. Anything else that is thrown is a find. */
final class Contract {
    /** Of the processor, so that it does not depend on what else the machine does. */
    private static final Duration SOON = Duration.ofSeconds(1);

    /** Until then classes are loaded and changed, which takes seconds. */
    private static final int WARM = 200;

    private static final AtomicInteger DONE = new AtomicInteger();
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
        long begun = THREADS.getCurrentThreadCpuTime();
        try {
            deed.run();
        } catch (Exception e) {
            for (Class<? extends Exception> one : declared) {
                if (one.isInstance(e)) {
                    return;
                }
            }
            throw new IllegalStateException(
                    "not a declared failure: " + e.getClass().getName(), e);
        } finally {
            Duration took = Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - begun);
            if (DONE.incrementAndGet() > WARM && took.compareTo(SOON) > 0) {
                throw new IllegalStateException("took " + took.toMillis() + " ms");
            }
        }
    }
}
