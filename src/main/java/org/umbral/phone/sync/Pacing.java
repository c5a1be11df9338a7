package org.umbral.phone.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/** When the next round begins. Retries never stop (rule R10). Used under the courier's lock. */
final class Pacing {
    /** While the clinic was there a moment ago: a link that comes and goes is met again as soon as it is back. */
    private static final Duration SOON = Duration.ofMillis(300);

    private static final Duration SOON_FOR = Duration.ofSeconds(15);
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int DOUBLINGS = 9;

    private static final Duration SOON_DELIVERED = Duration.ofMinutes(30);
    private static final Duration LATELY_DELIVERED = Duration.ofHours(1);

    private final RandomGenerator random;
    private final LongSupplier nanos;
    private int failures;
    private OptionalLong cutAt = OptionalLong.empty();

    /** @param nanos a clock that only goes forward */
    Pacing(RandomGenerator random, LongSupplier nanos) {
        this.random = random;
        this.nanos = nanos;
    }

    void reset() {
        failures = 0;
        cutAt = OptionalLong.empty();
    }

    /**
     * After a cut, at once, then several times a second for fifteen seconds; then, and where there was no connection, 1 s,
     * doubled each time up to 5 minutes. All less up to a half by chance, so that the phones of a place do not come all
     * together. Whatever got across begins the count anew; a cut before anything did so does not.
     *
     * @param cut the clinic was proven, and then the connection broke
     * @param asked how long the clinic asked to be left alone
     */
    Duration afterFailure(boolean gotSomethingAcross, boolean cut, Optional<Duration> asked) {
        if (gotSomethingAcross) {
            failures = 0;
        }
        if (asked.isPresent()) {
            cutAt = OptionalLong.empty();
            failures++;
            return asked.get().compareTo(FIRST) > 0 ? asked.get() : FIRST;
        }
        if (failures == 0) {
            failures = 1;
            if (cut) {
                cutAt = OptionalLong.of(nanos.getAsLong());
                return Duration.ZERO;
            }
        }
        if (wasCutLately()) {
            return shortened(SOON.toMillis());
        }
        long full = FIRST.toMillis() << Math.min(failures - 1, DOUBLINGS);
        failures++;
        return shortened(Math.min(full, LONGEST.toMillis()));
    }

    private boolean wasCutLately() {
        return cutAt.isPresent() && nanos.getAsLong() - cutAt.getAsLong() < SOON_FOR.toNanos();
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
