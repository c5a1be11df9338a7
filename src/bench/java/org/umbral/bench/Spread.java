package org.umbral.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Measured times and where they lie. */
final class Spread {
    private final List<Long> nanos = new ArrayList<>();

    /** Something that is timed. */
    interface Deed<E extends Exception> {
        void run() throws E;
    }

    static <E extends Exception> long nanos(Deed<E> deed) throws E {
        long begun = System.nanoTime();
        deed.run();
        return System.nanoTime() - begun;
    }

    void add(long one) {
        nanos.add(one);
    }

    /** The percentile in milliseconds. */
    double at(double percentile) {
        List<Long> sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        int place = (int) Math.ceil(percentile / 100 * sorted.size()) - 1;
        return sorted.get(Math.max(0, place)) / 1e6;
    }

    void print(String what) {
        System.out.printf(
                "%-44s n %5d   p50 %7.2f ms   p95 %7.2f ms   p99 %7.2f ms   most %7.2f ms%n",
                what, nanos.size(), at(50), at(95), at(99), at(100));
    }
}
