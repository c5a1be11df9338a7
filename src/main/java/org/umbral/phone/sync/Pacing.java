package org.umbral.phone.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** When the next round begins. Retries never stop (rule R10). Used under the courier's lock. */
final class Pacing {
    /** While the clinic was there a moment ago: a link that comes and goes is met again as soon as it is back. */
    private static final Duration SOON = Duration.ofMillis(300);

    private static final int SOON_TRIES = 60;
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int DOUBLINGS = 9;

    private static final Duration SOON_DELIVERED = Duration.ofMinutes(30);
    private static final Duration LATELY_DELIVERED = Duration.ofHours(1);

    private final RandomGenerator random;
    private int failures;
    private int soonLeft;

    Pacing(RandomGenerator random) {
        this.random = random;
    }

    void reset() {
        failures = 0;
        soonLeft = 0;
    }

    /**
     * After a cut, at once, then several times a second for some fifteen seconds; then, and where there was no connection, 1 s,
     * doubled each time up to 5 minutes. All less up to a half by chance, so that the phones of a place do not come all
     * together. Whatever got across begins the count anew.
     *
     * @param cut the clinic was proven, and then the connection broke
     * @param asked how long the clinic asked to be left alone
     */
    Duration afterFailure(boolean gotSomethingAcross, boolean cut, Optional<Duration> asked) {
        if (gotSomethingAcross) {
            failures = 0;
        }
        if (cut) {
            soonLeft = SOON_TRIES;
        }
        if (asked.isPresent()) {
            soonLeft = 0;
            failures++;
            return asked.get();
        }
        if (failures == 0) {
            failures = 1;
            if (cut) {
                return Duration.ZERO;
            }
        }
        if (soonLeft > 0) {
            soonLeft--;
            return shortened(SOON.toMillis());
        }
        long full = FIRST.toMillis() << Math.min(failures - 1, DOUBLINGS);
        failures++;
        return shortened(Math.min(full, LONGEST.toMillis()));
    }

    private Duration shortened(long millis) {
        return Duration.ofMillis(millis - (long) (random.nextDouble() * millis / 2));
    }

    /** How long until mail is fetched again, while nothing fails. */
    Duration untilMail(Optional<Instant> lastDelivery, Instant now) {
        if (lastDelivery.isEmpty()) {
            return Duration.ofMinutes(15);
        }
        Duration since = Duration.between(lastDelivery.get(), now).abs();
        if (since.compareTo(SOON_DELIVERED) < 0) {
            return Duration.ofSeconds(20);
        }
        return since.compareTo(LATELY_DELIVERED) < 0 ? Duration.ofSeconds(60) : Duration.ofMinutes(15);
    }
}
