package org.umbral.testing;

import java.time.Duration;
import java.util.Random;

/** One direction of a link, shared by all its connections: whoever sends takes it for as long as the bytes need. Thread-safe. */
final class LinkLane {
    private static final long SECOND = 1_000_000_000;
    private static final long MILLISECOND = 1_000_000;

    private final LinkTime time;
    private final long rate;
    private final double loss;
    private final Random random;
    private long freeAt;
    private long bytes;

    LinkLane(LinkTime time, long rate, double loss, long seed) {
        this.time = time;
        this.rate = rate;
        this.loss = loss;
        random = new Random(seed);
    }

    /** When the last byte has left, and whether the segment was lost and left a second time. */
    record Left(long at, boolean lost) {}

    /** Takes the link for a segment; the caller waits until it has left. */
    synchronized Left take(int count) {
        freeAt = Math.max(freeAt, time.now()) + needs(count);
        long at = freeAt;
        bytes += count;
        notifyAll();
        boolean lost = loss > 0 && random.nextDouble() < loss;
        if (lost) {
            freeAt += needs(count);
            bytes += count;
        }
        return new Left(at, lost);
    }

    private long needs(int count) {
        return rate == 0 ? 0 : count * SECOND / rate;
    }

    /** That took the link, lost ones and second ones counted. */
    synchronized long bytes() {
        return bytes;
    }

    /** Until so many more have taken the link, or it took too long; whether they have. */
    synchronized boolean awaitMore(long count, Duration most) throws InterruptedException {
        long until = System.nanoTime() + most.toNanos();
        long wanted = bytes + count;
        while (bytes < wanted) {
            long left = (until - System.nanoTime()) / MILLISECOND;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    synchronized void countAnew() {
        bytes = 0;
    }
}
