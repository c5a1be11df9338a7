package org.umbral.clinic.receive;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.umbral.shared.TryAgain;

/**
 * Calls for somebody when an emergency arrives and nobody is logged in, or when one is still unread after 15 minutes:
 * by the ways that the clinic set, without anything of the case, at most every ten minutes. Thread-safe.
 */
public final class EmergencyAlert {
    private static final Duration UNREAD = Duration.ofMinutes(15);
    private static final Duration AT_MOST_EVERY = Duration.ofMinutes(10);
    private static final System.Logger LOG = System.getLogger(EmergencyAlert.class.getName());

    private final List<Call> ways;
    private final Attention attention;
    private final Clock clock;
    private Instant last = Instant.MIN;

    /** @param ways all of them are tried each time; none where the clinic set none */
    public EmergencyAlert(List<Call> ways, Attention attention, Clock clock) {
        this.ways = List.copyOf(ways);
        this.attention = attention;
        this.clock = clock;
    }

    /** One way to call somebody; returns at once. */
    @FunctionalInterface
    public interface Call {
        void call() throws IOException;
    }

    /** Starts a command without waiting for its end. */
    @FunctionalInterface
    public interface Command {
        void start(List<String> words) throws IOException;
    }

    /** Whether anybody looks. */
    public interface Attention {
        boolean anyoneLoggedIn() throws TryAgain;

        /** When the longest-waiting emergency that no staff has opened arrived. */
        Optional<Instant> oldestUnreadEmergency() throws TryAgain;
    }

    /** An envelope with the emergency mark was receipted. Never fails: the receipt does not hang on an alert. */
    void arrived() {
        try {
            if (!attention.anyoneLoggedIn()) {
                call();
            }
        } catch (TryAgain e) {
            LOG.log(System.Logger.Level.WARNING, "an emergency alert was not decided: " + e.reason());
        }
    }

    /** To be called about every minute. */
    public void check() throws TryAgain {
        Optional<Instant> oldest = attention.oldestUnreadEmergency();
        if (oldest.isPresent()
                && (oldest.get().isBefore(clock.instant().minus(UNREAD)) || !attention.anyoneLoggedIn())) {
            call();
        }
    }

    private synchronized void call() {
        Instant now = clock.instant();
        if (ways.isEmpty() || now.minus(AT_MOST_EVERY).isBefore(last)) {
            return;
        }
        last = now;
        for (Call way : ways) {
            try {
                way.call();
            } catch (IOException e) {
                LOG.log(System.Logger.Level.WARNING, "the alert command could not be started");
            }
        }
    }
}
