package org.umbral.clinic.receive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.umbral.shared.TryAgain;
import org.umbral.testing.MovableClock;

class EmergencyAlertTest {
    private final MovableClock clock = new MovableClock("2026-11-21T14:00:00Z");
    private final List<String> calls = new ArrayList<>();
    private boolean loggedIn;
    private Optional<Instant> unread = Optional.empty();
    private final EmergencyAlert alert = alert(List.of(() -> calls.add("called")));

    private EmergencyAlert alert(List<EmergencyAlert.Call> ways) {
        return new EmergencyAlert(
                ways,
                new EmergencyAlert.Attention() {
                    @Override
                    public boolean anyoneLoggedIn() {
                        return loggedIn;
                    }

                    @Override
                    public Optional<Instant> oldestUnreadEmergency() {
                        return unread;
                    }
                },
                clock);
    }

    @Test
    void manyArrivalsAreOneCallInTenMinutes() {
        alert.arrived();
        alert.arrived();
        assertThat(calls).hasSize(1);
        clock.move(Duration.ofMinutes(10));
        alert.arrived();
        assertThat(calls).hasSize(2);
    }

    @Test
    void whileSomebodyIsLoggedInItCallsOnlyAfterAQuarterOfAnHour() throws TryAgain {
        loggedIn = true;
        unread = Optional.of(clock.instant());
        alert.arrived();
        clock.move(Duration.ofMinutes(15));
        alert.check();
        assertThat(calls).isEmpty();
        clock.move(Duration.ofSeconds(1));
        alert.check();
        assertThat(calls).hasSize(1);
    }

    @Test
    void nothingUnreadCallsNobody() throws TryAgain {
        clock.move(Duration.ofDays(1));
        alert.check();
        assertThat(calls).isEmpty();
    }

    @Test
    void noWayStopsNothingAndABrokenOneDoesNotStopTheNext() {
        alert(List.of()).arrived();
        assertThat(calls).isEmpty();
        alert(List.of(
                        () -> {
                            throw new IOException("no such command");
                        },
                        () -> calls.add("called")))
                .arrived();
        assertThat(calls).hasSize(1);
    }
}
