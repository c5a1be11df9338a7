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
 * runs the command that the clinic set, without anything of the case, at most every ten minutes. Thread-safe.
 */
public final class EmergencyAlert {
    private static final Duration UNREAD = Duration.ofMinutes(15);
    private static final Duration AT_MOST_EVERY = Duration.ofMinutes(10);
    private static final System.Logger LOG = System.getLogger(EmergencyAlert.class.getName());

    private final List<String> command;
    private final Command runner;
    private final Attention attention;
    private final Clock clock;
    private Instant last = Instant.MIN;

    /** @param command words of the command; none where the clinic set none */
    public EmergencyAlert(List<String> command, Command runner, Attention attention, Clock clock) {
        this.command = List.copyOf(command);
        this.runner = runner;
        this.attention = attention;
        this.clock = clock;
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
        if (command.isEmpty() || now.minus(AT_MOST_EVERY).isBefore(last)) {
            return;
        }
        last = now;
        try {
            runner.start(command);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "the alert command could not be started");
        }
    }
}
