package org.umbral.phone.sync;

import java.util.Arrays;
import java.util.OptionalLong;

/**
 * What the last answers told of the link: its rate and its round trip, the best of a few, since every sample can only be
 * worse than the link. Kept from round to round. Thread-safe.
 */
final class LinkSense {
    /** How many bytes may be on their way at least. */
    static final int LEAST_BYTES = 16 * 1024;

    /** And before anything is known. */
    private static final int FIRST_BYTES = 40 * 1024;

    private static final int RATES = 16;
    /** Many more: while the link is busy every trip is long by what waits, and only the quick ones tell its length. */
    private static final int TRIPS = 512;

    private static final double NANOS = 1e9;
    /** What may wait for the link, beside what is on it: a quarter of a second (design §5 allows half of one). */
    private static final double QUEUE = 0.25;
    /** Until there are enough samples, how much more than the formula says: the first ones know little of the rate. */
    private static final double BEGINNING = 1.5;

    private final double[] rates = new double[RATES];
    private final double[] trips = new double[TRIPS];
    private int samples;

    /**
     * How many bytes of photos may be on their way.
     *
     * @param bytes while answers come as expected: what the link holds in a round trip, and what may wait for it
     * @param most while answers are late, as behind a lost segment: a round trip more, which leaves at the link's pace
     * @param perSecond that pace
     */
    record Window(int bytes, int most, double perSecond) {}

    /** So many bytes arrived within this time; the newest of them took this long, there and back. */
    synchronized void sample(long bytes, long withinNanos, long tripNanos) {
        if (bytes > 0 && withinNanos > 0 && tripNanos > 0) {
            rates[samples % RATES] = bytes * NANOS / withinNanos;
            trips[samples % TRIPS] = tripNanos / NANOS;
            samples++;
        }
    }

    /** What the link carries in a second, where enough was sent to tell. */
    synchronized OptionalLong perSecond() {
        double rate = Arrays.stream(rates).max().orElse(0);
        return rate < 1 ? OptionalLong.empty() : OptionalLong.of((long) rate);
    }

    synchronized Window window() {
        if (samples == 0) {
            return new Window(FIRST_BYTES, FIRST_BYTES, 0);
        }
        double rate = Arrays.stream(rates).max().orElse(0);
        double trip = Arrays.stream(trips, 0, Math.min(samples, TRIPS)).min().orElse(0);
        double gain = samples < RATES ? BEGINNING : 1;
        double bytes = Math.max(LEAST_BYTES, gain * rate * (trip + QUEUE));
        return new Window(bounded(bytes), bounded(bytes + rate * trip), rate);
    }

    private static int bounded(double bytes) {
        return (int) Math.min(bytes, Integer.MAX_VALUE / 2);
    }
}
