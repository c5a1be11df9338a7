package org.umbral.phone.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** When the next try begins, by a clock that the test moves. */
class PacingTest {
    private final AtomicLong nanos = new AtomicLong(7);
    private final Pacing pacing = new Pacing(new Random(20_261_122), nanos::get);

    private Duration after(boolean progressed, boolean cut) {
        Duration wait = pacing.afterFailure(progressed, cut, Optional.empty());
        nanos.addAndGet(wait.toNanos());
        return wait;
    }

    @Test
    void aCutIsFollowedByATryAtOnceAndThenSeveralASecond() {
        assertThat(after(true, true)).isZero();
        for (int i = 0; i < 40; i++) {
            assertThat(after(false, false)).isBetween(Duration.ofMillis(150), Duration.ofMillis(300));
        }
    }

    @Test
    void aClinicThatAnswersAndBreaksAgainAndAgainIsTriedLessAndLess() {
        assertThat(after(true, true)).isZero();
        for (int i = 0; i < 120; i++) {
            after(false, true);
        }
        assertThat(after(false, true)).isBetween(Duration.ofMinutes(2), Duration.ofMinutes(5));
        assertThat(after(true, true)).isZero();
    }

    @Test
    void whereEveryTryTakesLongTheQuickOnesEndAfterFifteenSeconds() {
        after(true, true);
        nanos.addAndGet(Duration.ofSeconds(16).toNanos());
        after(false, false);
        after(false, false);
        assertThat(after(false, false)).isGreaterThan(Duration.ofSeconds(1));
    }
}
