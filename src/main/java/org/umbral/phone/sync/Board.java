package org.umbral.phone.sync;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.umbral.shared.Sha256;

/**
 * What the worker is shown, and the one place where the state changes. Listeners hear on a worker's thread, one at a
 * time; while bytes flow at most five times a second. Thread-safe.
 */
final class Board {
    private static final long QUIET_MILLIS = 200;

    private final Clock clock;
    private final Executor workers;
    private final Carried carried;
    private final Map<Sha256, Long> sent = new ConcurrentHashMap<>();
    private final CopyOnWriteArrayList<Consumer<Progress>> listeners = new CopyOnWriteArrayList<>();
    private final AtomicBoolean telling = new AtomicBoolean();
    private final Object hearing = new Object();

    private LinkState state = LinkState.NOT_JOINED;
    private Optional<Instant> nextTry = Optional.empty();
    private Optional<Instant> lastContact = Optional.empty();
    private boolean off;
    private volatile long lastTold;

    Board(Clock clock, Executor workers, Carried carried) {
        this.carried = carried;
        this.clock = clock;
        this.workers = workers;
    }

    synchronized Progress progress() {
        return new Progress(
                state,
                sent,
                nextTry,
                lastContact,
                carried.sense().perSecond(),
                carried.photosWait().isNow());
    }

    synchronized LinkState state() {
        return state;
    }

    void listen(Consumer<Progress> listener) {
        listeners.add(listener);
    }

    /** Does nothing while the network is switched off: a round that just ends changes no more. */
    synchronized void move(LinkState next) {
        if (!off && next != state) {
            Transitions.check(state, next);
            state = next;
            tell();
        }
    }

    synchronized void switchOff() {
        if (state != LinkState.REVOKED) {
            move(LinkState.SWITCHED_OFF);
        }
        nextTry(Optional.empty());
        off = true;
    }

    /** The state changes with the next round. */
    synchronized void switchOn() {
        off = false;
    }

    synchronized void nextTry(Optional<Instant> when) {
        if (!nextTry.equals(when)) {
            nextTry = when;
            tell();
        }
    }

    synchronized void contact() {
        lastContact = Optional.of(clock.instant());
    }

    void sent(Sha256 name, long bytes) {
        sent.put(name, bytes);
        tellNowAndThen();
    }

    /** So much of it arrived, unless it is done with meanwhile. */
    void arrived(Sha256 name, long bytes) {
        sent.computeIfPresent(name, (same, before) -> Math.max(before, bytes));
        tellNowAndThen();
    }

    private void tellNowAndThen() {
        if (Math.abs(clock.millis() - lastTold) >= QUIET_MILLIS) {
            tell();
        }
    }

    void done(Sha256 name) {
        if (sent.remove(name) != null) {
            tell();
        }
    }

    void nothingUnderWay() {
        if (!sent.isEmpty()) {
            sent.clear();
            tell();
        }
    }

    private void tell() {
        lastTold = clock.millis();
        if (!listeners.isEmpty() && telling.compareAndSet(false, true)) {
            workers.execute(() -> {
                telling.set(false);
                synchronized (hearing) {
                    Progress now = progress();
                    listeners.forEach(listener -> listener.accept(now));
                }
            });
        }
    }
}
