package org.umbral.phone.sync;

import java.io.IOException;
import java.io.InterruptedIOException;

/** Words never wait for photos: photo bytes pass only while no word is on its way out. Thread-safe. */
final class Gate {
    private int words;
    private boolean over;

    synchronized void hold() {
        words++;
    }

    synchronized void free() {
        words--;
        notifyAll();
    }

    synchronized boolean isFree() {
        return words == 0;
    }

    /** The round ended: whoever waits goes away. */
    synchronized void end() {
        over = true;
        notifyAll();
    }

    synchronized void pass() throws IOException {
        try {
            while (words > 0 && !over) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the round was interrupted");
        }
        if (over) {
            throw new IOException("the round ended");
        }
    }
}
