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
    private boolean doubted;

    /**
     * How many bytes of photos may be on their way.
     *
     * @param bytes while answers come as expected: what the link holds in a round trip, and what may wait for it
     * @param most while answers are late, as behind a lost segment: a round trip more, which leaves at the link's pace
     * @param perSecond that pace
     */
    record Window(int bytes, int most, double perSecond) {}

    /**
     * A connection was made anew, maybe over another link: until an answer says how fast that is, no more may be on its way
     * than before anything was known.
     */
    synchronized void doubt() {
        doubted = samples > 0;
    }

    /** So many bytes arrived within this time; the newest of them took this long, there and back. */
    synchronized void sample(long bytes, long withinNanos, long tripNanos) {
        if (bytes > 0 && withinNanos > 0 && tripNanos > 0) {
            if (doubted && withinNanos > 2 * NANOS * (bytes / rate() + trip())) {
                forget();
            }
            doubted = false;
            rates[samples % RATES] = bytes * NANOS / withinNanos;
            trips[samples % TRIPS] = tripNanos / NANOS;
            samples++;
        }
    }

    /** What the link carries in a second, where enough was sent to tell. */
    synchronized OptionalLong perSecond() {
        double rate = rate();
        return rate < 1 ? OptionalLong.empty() : OptionalLong.of((long) rate);
    }

    synchronized Window window() {
        if (samples == 0) {
            return new Window(FIRST_BYTES, FIRST_BYTES, 0);
        }
        double rate = rate();
        double trip = trip();
        double gain = samples < RATES ? BEGINNING : 1;
        double bytes = Math.max(LEAST_BYTES, gain * rate * (trip + QUEUE));
        double bound = doubted ? FIRST_BYTES : Integer.MAX_VALUE / 2;
        return new Window((int) Math.min(bytes, bound), (int) Math.min(bytes + rate * trip, bound), rate);
    }

    private double rate() {
        return Arrays.stream(rates).max().orElse(0);
    }

    private double trip() {
        return Arrays.stream(trips, 0, Math.min(samples, TRIPS)).min().orElse(0);
    }

    /** A link that takes twice as long as the last one would is another: what was the best of that one says nothing of it. */
    private void forget() {
        Arrays.fill(rates, 0);
        samples = 0;
    }
}
