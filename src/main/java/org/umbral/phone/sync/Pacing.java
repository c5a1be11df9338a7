package org.umbral.phone.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** When the next round begins. Retries never stop (rule R10). Used under the courier's lock. */
final class Pacing {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int DOUBLINGS = 9;

    private static final Duration SOON_DELIVERED = Duration.ofMinutes(30);
    private static final Duration LATELY_DELIVERED = Duration.ofHours(1);

    private final RandomGenerator random;
    private int failures;

    Pacing(RandomGenerator random) {
        this.random = random;
    }

    void reset() {
        failures = 0;
    }

    /**
     * After a cut, at once; then 1 s, doubled each time up to 5 minutes, less up to a half by chance, so that the phones
     * of a place do not come all together. Whatever got across begins the count anew.
     *
     * @param cut the clinic was proven, and then the connection broke
     * @param asked how long the clinic asked to be left alone
     */
    Duration afterFailure(boolean gotSomethingAcross, boolean cut, Optional<Duration> asked) {
        if (gotSomethingAcross) {
            failures = 0;
        }
        if (asked.isPresent()) {
            failures++;
            return asked.get();
        }
        if (failures == 0) {
            failures = 1;
            if (cut) {
                return Duration.ZERO;
            }
        }
        long full = FIRST.toMillis() << Math.min(failures - 1, DOUBLINGS);
        failures++;
        long bounded = Math.min(full, LONGEST.toMillis());
        return Duration.ofMillis(bounded - (long) (random.nextDouble() * bounded / 2));
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
