package org.umbral.clinic.keys;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.umbral.shared.AskThePerson;

/**
 * Delays after wrong tries, for names that exist and for those that do not: the fourth waits five seconds, each further
 * one twice as long, at most five minutes. A courtesy in memory; the work of the passphrase is the lock. Thread-safe.
 */
final class WrongTries {
    private static final int FREE = 3;
    private static final Duration FIRST_DELAY = Duration.ofSeconds(5);
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(5);
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);
    private static final int MOST_NAMES = 4096;

    private final Clock clock;
    private final Map<String, Tries> byName = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
            return size() > MOST_NAMES;
        }
    };

    WrongTries(Clock clock) {
        this.clock = clock;
    }

    private record Tries(int count, Instant last) {
        Duration delay() {
            if (count < FREE) {
                return Duration.ZERO;
            }
            Duration delay = FIRST_DELAY.multipliedBy(1L << Math.min(count - FREE, 10));
            return delay.compareTo(LONGEST_DELAY) < 0 ? delay : LONGEST_DELAY;
        }
    }

    /** {@code AskThePerson("login-delayed")} while a try would come too early. */
    synchronized void requireAllowed(String name) throws AskThePerson {
        Tries tries = byName.get(name);
        if (tries != null && clock.instant().isBefore(tries.last().plus(tries.delay()))) {
            throw new AskThePerson("login-delayed");
        }
    }

    synchronized void wrong(String name) {
        Tries before = known(byName.get(name));
        byName.remove(name);
        byName.put(name, new Tries(before == null ? 1 : before.count() + 1, clock.instant()));
    }

    synchronized void right(String name) {
        byName.remove(name);
    }

    private @Nullable Tries known(@Nullable Tries tries) {
        boolean forgotten =
                tries != null && clock.instant().isAfter(tries.last().plus(FORGOTTEN_AFTER));
        return forgotten ? null : tries;
    }
}
