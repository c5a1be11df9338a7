package org.umbral.bench;

import java.util.stream.Stream;

/** Bars that a run need not meet: those that src/docs/measurements.md says are missed. */
final class Bars {
    private Bars() {}

    /** Whether a bar is met, or {@code -Dumbral.missed=one;another} names a part of its name. */
    static boolean met(String name, boolean met) {
        return met
                || Stream.of(System.getProperty("umbral.missed", "").split(";"))
                        .anyMatch(missed -> !missed.isEmpty() && name.contains(missed));
    }
}
