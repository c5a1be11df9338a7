package org.umbral.phone.sync;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.function.LongSupplier;

/**
 * The photo bytes of one round that are on their way, as far as is known. A question of a few bytes follows them; since a
 * connection keeps its order, its answer says that they arrived, and so the queue before the link stays short whatever
 * kernels and modems would hold. Thread-safe.
 */
final class Flight {
    /** So many questions for what may be on its way. */
    private static final int QUESTIONS = 3;

    private final LinkSense sense;
    private final LongSupplier nanos;
    private long left;
    private long asked;
    private Mark arrived;
    private boolean unmeasured;
    private boolean over;

    Flight(LinkSense sense, LongSupplier nanos) {
        this.sense = sense;
        this.nanos = nanos;
        long now = nanos.getAsLong();
        arrived = new Mark(0, now, 0, now, now);
    }

    /**
     * A question: what had left when it was asked, and what had arrived by then.
     *
     * @param known bytes that had arrived for sure
     * @param knownLeftAt when those had left
     * @param knownAt when that became known
     */
    record Mark(long bytes, long leftAt, long known, long knownLeftAt, long knownAt) {}

    /** How many bytes may leave in one piece, so that progress and questions keep pace with the link. */
    int piece(int most) {
        return Math.min(most, sense.window() / QUESTIONS);
    }

    /** Waits until so many bytes more may leave; at least one piece is always on its way. */
    synchronized void pass(int bytes) throws IOException {
        try {
            while (!over && !unmeasured && left > arrived.bytes() && left + bytes - arrived.bytes() > sense.window()) {
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

    /** They left; true where a question should follow them now. */
    synchronized boolean left(int bytes) {
        left += bytes;
        return left - asked >= sense.window() / QUESTIONS;
    }

    synchronized Mark ask() {
        asked = left;
        return new Mark(left, nanos.getAsLong(), arrived.bytes(), arrived.leftAt(), arrived.knownAt());
    }

    /** What was before the question arrived. */
    synchronized void answered(Mark mark) {
        long now = nanos.getAsLong();
        if (mark.bytes() > arrived.bytes()) {
            // Of the two the longer: what was held up comes in a burst, and says nothing of the link's rate.
            long within = Math.max(now - mark.knownAt(), mark.leftAt() - mark.knownLeftAt());
            sense.sample(mark.bytes() - mark.known(), within, now - mark.leftAt());
            arrived = new Mark(mark.bytes(), mark.leftAt(), mark.bytes(), mark.leftAt(), now);
            notifyAll();
        }
    }

    /** The clinic speaks no HTTP/2: questions would not keep the order, and the socket's small buffer has to do. */
    synchronized void unmeasured() {
        unmeasured = true;
        notifyAll();
    }

    /** The round or its connection ended: whoever waits goes away. */
    synchronized void end() {
        over = true;
        notifyAll();
    }
}
