package org.umbral.bench;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/** Asks the UI thread every five milliseconds for a sign of life and measures how long it takes to give one. */
final class Heartbeat {
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "heartbeat");
        thread.setDaemon(true);
        thread.setPriority(Thread.MAX_PRIORITY);
        return thread;
    });
    private Spread waits = new Spread();

    Heartbeat() {
        clock.scheduleAtFixedRate(this::beat, 5, 5, TimeUnit.MILLISECONDS);
    }

    private void beat() {
        long asked = System.nanoTime();
        Platform.runLater(() -> waits.add(System.nanoTime() - asked));
    }

    /** What the machine does to a thread with nothing to do; then counts anew. */
    void idle() throws InterruptedException {
        anew();
        TimeUnit.SECONDS.sleep(2);
        print("UI thread with nothing to do");
        anew();
    }

    private void anew() {
        Platform.runLater(() -> waits = new Spread());
    }

    /** Returns the longest wait in milliseconds. */
    double print(String what) {
        Spread now = waits;
        now.print(what);
        return now.at(100);
    }
}
