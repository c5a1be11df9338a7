package org.umbral.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/**
 * Asks the UI thread every five milliseconds for a sign of life. How long it takes to give one depends on what else the
 * machine does; how much of the processor the thread itself used since the sign before does not, and is what judges.
 */
final class Heartbeat {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "heartbeat");
        thread.setDaemon(true);
        thread.setPriority(Thread.MAX_PRIORITY);
        return thread;
    });
    private Spread waits = new Spread();
    private Spread work = new Spread();
    private long used;

    Heartbeat() {
        clock.scheduleAtFixedRate(this::beat, 5, 5, TimeUnit.MILLISECONDS);
    }

    private void beat() {
        long asked = System.nanoTime();
        Platform.runLater(() -> {
            waits.add(System.nanoTime() - asked);
            long now = THREADS.getCurrentThreadCpuTime();
            work.add(now - used);
            used = now;
        });
    }

    /** What the machine does to a thread with nothing to do; then counts anew. */
    void idle() throws InterruptedException {
        anew();
        TimeUnit.SECONDS.sleep(2);
        print("UI thread with nothing to do");
        anew();
    }

    private void anew() {
        Platform.runLater(() -> {
            waits = new Spread();
            work = new Spread();
            used = THREADS.getCurrentThreadCpuTime();
        });
    }

    /** Returns the longest work in one piece, in milliseconds of the processor. */
    double print(String what) {
        waits.print(what + ": waits");
        work.print(what + ": works");
        return work.at(100);
    }
}
