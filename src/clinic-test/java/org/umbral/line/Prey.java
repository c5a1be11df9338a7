package org.umbral.line;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/** A process that says what it does, and is killed meanwhile. Thread-safe. */
final class Prey {
    /** What {@code SIGKILL} leaves as an exit value. */
    static final int KILLED = 128 + 9;

    private final Process process;
    private final Thread ears;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition said = lock.newCondition();
    private String last = "start";
    private Predicate<String> fits = point -> false;
    private int left;
    private boolean over;

    Prey(Process process) {
        this.process = process;
        ears = new Thread(this::listen, "ears");
        ears.setDaemon(true);
        ears.start();
    }

    private void listen() {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                hear(line);
            }
        } catch (IOException killed) {
            // The pipe goes with its writer.
        } finally {
            lock.lock();
            over = true;
            said.signalAll();
            lock.unlock();
        }
    }

    private void hear(String line) {
        lock.lock();
        last = line;
        if (fits.test(line)) {
            left--;
        }
        said.signalAll();
        lock.unlock();
    }

    /** Nothing where it has ended. */
    void order(String line) {
        try {
            OutputStream out = process.getOutputStream();
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException ended) {
            // Whoever buries it sees how.
        }
    }

    /** Waits for the n-th new point that fits; false where it did not come in time, or the process ended. */
    boolean await(Predicate<String> fits, int nth, long millis) throws InterruptedException {
        long nanos = TimeUnit.MILLISECONDS.toNanos(millis);
        lock.lock();
        try {
            this.fits = fits;
            left = nth;
            while (left > 0 && !over && nanos > 0) {
                nanos = said.awaitNanos(nanos);
            }
            return left <= 0;
        } finally {
            lock.unlock();
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Sends the signal; {@link #buried} waits for the end. */
    void kill() {
        process.destroyForcibly();
    }

    /** Waits for its end and returns its exit value. */
    int buried() throws InterruptedException {
        int exit = process.waitFor();
        ears.join();
        return exit;
    }

    /** The last that it said. */
    String last() {
        lock.lock();
        try {
            return last;
        } finally {
            lock.unlock();
        }
    }
}
