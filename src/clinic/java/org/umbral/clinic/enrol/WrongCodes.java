package org.umbral.clinic.enrol;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Counts wrong codes in memory, per sender and altogether, in windows of a minute. Thread-safe. */
final class WrongCodes {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int PER_SENDER = 10;
    private static final int ALTOGETHER = 300;

    private final Clock clock;
    private final Map<String, Integer> bySender = new HashMap<>();
    private int altogether;
    private Instant begun;

    WrongCodes(Clock clock) {
        this.clock = clock;
        begun = clock.instant();
    }

    synchronized boolean areTooMany(String sender) {
        Instant now = clock.instant();
        if (now.isAfter(begun.plus(WINDOW)) || now.isBefore(begun)) {
            begun = now;
            altogether = 0;
            bySender.clear();
        }
        return altogether >= ALTOGETHER || bySender.getOrDefault(sender, 0) >= PER_SENDER;
    }

    synchronized void count(String sender) {
        altogether++;
        bySender.merge(sender, 1, Integer::sum);
    }
}
