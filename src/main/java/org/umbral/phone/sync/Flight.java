package org.umbral.phone.sync;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The photo bytes of one round that are on their way, as far as is known. A question of a few bytes follows them; since a
 * connection keeps its order, its answer says that they arrived, and so the queue before the link stays short whatever
 * kernels and modems would hold. Thread-safe.
 */
final class Flight {
    /** A question for each such part of what may be on its way; pieces of a fourth of it at most. */
    private static final double QUESTION = 2.0 / 3;
    /** Before anything is known: its answer comes before the rest has left, and a slow link does not stand still. */
    private static final double FIRST_QUESTION = 1.0 / 3;

    private static final int PIECES = 4;
    /** Also where the link became so slow that the part that was right for it would take minutes. */
    private static final long ASK_AGAIN = TimeUnit.SECONDS.toNanos(2);

    private static final long LONGEST_WAIT_MILLIS = 1000;

    private final LinkSense sense;
    private final LongSupplier nanos;
    private long left;
    private long leftAt;
    private long asked;
    private long askedAt;
    private Mark arrived;
    private boolean unmeasured;
    private boolean over;

    Flight(LinkSense sense, LongSupplier nanos) {
        this.sense = sense;
        this.nanos = nanos;
        long now = nanos.getAsLong();
        askedAt = now;
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

    /** How many bytes may be on their way. */
    int most() {
        return sense.window().bytes();
    }

    /** How many bytes may leave in one piece, so that progress and questions keep pace with the link. */
    int piece(int most) {
        return Math.min(most, sense.window().bytes() / PIECES);
    }

    /** Waits until so many bytes more may leave; where no answer is due, they may at once. */
    synchronized void pass(int bytes) throws IOException {
        try {
            for (long wait = waitMillis(bytes); wait > 0 && !over; wait = waitMillis(bytes)) {
                wait(wait);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the round was interrupted");
        }
        if (over) {
            throw new IOException("the round ended");
        }
    }

    /** 0 where they may leave now. Late answers let bytes go on at the link's own pace for a while. */
    private long waitMillis(int bytes) {
        long after = left - arrived.bytes() + bytes;
        LinkSense.Window window = sense.window();
        // Without a question under way no answer would ever let them go: the window became smaller after the last one.
        boolean nothingAsked = asked <= arrived.bytes();
        if (unmeasured || nothingAsked || after <= window.bytes()) {
            return 0;
        }
        if (after > window.most()) {
            return LONGEST_WAIT_MILLIS;
        }
        long due = leftAt + (long) (bytes / window.perSecond() * TimeUnit.SECONDS.toNanos(1));
        long millis = TimeUnit.NANOSECONDS.toMillis(due - nanos.getAsLong());
        return Math.max(0, Math.min(millis, LONGEST_WAIT_MILLIS));
    }

    /** They left; true where a question should follow them now. */
    synchronized boolean left(int bytes) {
        leftAt = nanos.getAsLong();
        if (left == arrived.bytes()) {
            // Nothing was on its way: the time before says nothing of the link.
            arrived = new Mark(left, leftAt, left, leftAt, leftAt);
        }
        left += bytes;
        LinkSense.Window window = sense.window();
        double part = window.perSecond() == 0 ? FIRST_QUESTION : QUESTION;
        return left - asked >= part * window.bytes() || leftAt - askedAt >= ASK_AGAIN;
    }

    synchronized Mark ask() {
        asked = left;
        askedAt = nanos.getAsLong();
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
