package org.umbral.phone.sync;

/**
 * What the last answers told of the link: its rate and its round trip, the best of a few, since every sample can only be
 * worse than the link. Kept from round to round. Thread-safe.
 */
final class LinkSense {
    /** How many bytes may be on their way before anything is known, and at least. */
    static final int LEAST_BYTES = 16 * 1024;

    private static final int REMEMBERED = 16;
    private static final double NANOS = 1e9;
    /** What waits for the link beside what is on it, at least: a quarter of a second. */
    private static final double LEAST_QUEUE = 0.25;

    private final double[] rates = new double[REMEMBERED];
    private final double[] trips = new double[REMEMBERED];
    private int samples;

    /** So many bytes arrived within this time; the newest of them took this long, there and back. */
    synchronized void sample(long bytes, long withinNanos, long tripNanos) {
        if (bytes > 0 && withinNanos > 0 && tripNanos > 0) {
            rates[samples % REMEMBERED] = bytes * NANOS / withinNanos;
            trips[samples % REMEMBERED] = tripNanos / NANOS;
            samples++;
        }
    }

    /**
     * How many bytes of photos may be on their way: what the link holds in a round trip, and as much again, so that a
     * lost segment's second sending leaves the link busy. Words wait behind no more than that (design §5).
     */
    synchronized int window() {
        int known = Math.min(samples, REMEMBERED);
        if (known == 0) {
            return LEAST_BYTES;
        }
        double rate = 0;
        double trip = Double.MAX_VALUE;
        for (int i = 0; i < known; i++) {
            rate = Math.max(rate, rates[i]);
            trip = Math.min(trip, trips[i]);
        }
        double bytes = rate * (trip + Math.max(trip, LEAST_QUEUE));
        return (int) Math.max(LEAST_BYTES, Math.min(bytes, Integer.MAX_VALUE / 2));
    }
}
