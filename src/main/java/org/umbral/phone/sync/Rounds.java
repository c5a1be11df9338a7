package org.umbral.phone.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.umbral.phone.store.ClinicLink;
import org.umbral.phone.store.Outbox;
import org.umbral.shared.TryAgain;

/** When a round begins, and what follows from how it ended: one at a time, and a timer for the next. Thread-safe. */
final class Rounds {
    /** A call that nobody answered for so long is begun anew when the network may be back; a slow handshake is not. */
    private static final Duration DIALLING = Duration.ofSeconds(5);

    private final Outbox outbox;
    private final Clock clock;
    private final ScheduledExecutorService timer;
    private final ExecutorService workers;
    private final Board board;
    private final Pacing pacing;
    private final Lines lines;
    private final Carried carried;

    private final Object lock = new Object();
    private boolean started;
    private boolean closed;
    private boolean allowed = true;
    private boolean running;
    private boolean again;
    private Optional<Instant> lastDelivery = Optional.empty();
    private @Nullable Future<?> planned;
    private @Nullable Round round;
    private volatile @Nullable Thread roundThread;

    Rounds(
            Outbox outbox,
            Clock clock,
            Carried carried,
            ScheduledExecutorService timer,
            ExecutorService workers,
            RandomGenerator random,
            Board board) {
        this.outbox = outbox;
        this.clock = clock;
        this.timer = timer;
        this.workers = workers;
        this.board = board;
        this.carried = carried;
        pacing = new Pacing(random, carried.nanos());
        lines = new Lines(workers, carried.sense()::doubt);
    }

    /** Whether this is the first start, of one that is not closed. */
    boolean start() {
        synchronized (lock) {
            if (started || closed) {
                return false;
            }
            started = true;
            launch();
            return true;
        }
    }

    void wake() {
        synchronized (lock) {
            pacing.reset();
            again = true;
            if (round != null && round.hasDialledFor(DIALLING)) {
                round.cancel();
                lines.hangUp();
            }
            launch();
        }
    }

    /** New work; what our own round commits is no news to it. */
    void changed() {
        if (Thread.currentThread() == roundThread) {
            return;
        }
        synchronized (lock) {
            if (round != null) {
                round.nudge();
            } else {
                again = true;
                launch();
            }
        }
    }

    void allow(boolean now) {
        synchronized (lock) {
            if (now == allowed || closed) {
                return;
            }
            allowed = now;
            if (now) {
                board.switchOn();
                wake();
            } else {
                board.switchOff();
                stop();
            }
        }
    }

    void allowPhotos(boolean now) {
        if (carried.photosWait().wish(!now)) {
            if (now) {
                changed();
            } else {
                startOver(underWay());
            }
        }
    }

    void sendPhotos() {
        if (carried.photosWait().goThisOnce()) {
            changed();
        }
    }

    boolean mayTalk() {
        synchronized (lock) {
            return allowed && !closed;
        }
    }

    /** The round that is under way, which knows the link of before. */
    @Nullable
    Round underWay() {
        synchronized (lock) {
            return round;
        }
    }

    /** Ends that round, unless it has ended, and begins another. */
    void startOver(@Nullable Round before) {
        synchronized (lock) {
            if (before != null && before == round) {
                before.cancel();
            }
        }
        wake();
    }

    void close() {
        synchronized (lock) {
            closed = true;
            stop();
        }
    }

    private void stop() {
        if (planned != null) {
            planned.cancel(false);
        }
        if (round != null) {
            round.cancel();
        }
        lines.hangUp();
    }

    /** Under the lock. */
    private void launch() {
        if (!started || closed || !allowed || running) {
            return;
        }
        if (planned != null) {
            planned.cancel(false);
        }
        running = true;
        again = false;
        board.nextTry(Optional.empty());
        workers.execute(this::oneRound);
    }

    private void oneRound() {
        roundThread = Thread.currentThread();
        Optional<Duration> next = Optional.empty();
        try {
            Optional<ClinicLink> link = outbox.link();
            next = link.isPresent() ? go(link.get()) : rest(LinkState.NOT_JOINED);
        } catch (TryAgain e) {
            next = failed(new Halt(LinkState.STORE_TROUBLE), false, false);
        } catch (RuntimeException e) {
            next = failed(new Halt(LinkState.STORE_TROUBLE), false, false);
            throw e;
        } finally {
            roundThread = null;
            ended(next);
        }
    }

    private Optional<Duration> rest(LinkState state) {
        synchronized (lock) {
            board.move(state);
            return Optional.empty();
        }
    }

    private Optional<Duration> go(ClinicLink link) throws TryAgain {
        if (link.revoked()) {
            return rest(LinkState.REVOKED);
        }
        ClinicLine used = lines.to(Peer.of(link));
        Round now = new Round(outbox, link, used, board, carried);
        synchronized (lock) {
            round = now;
            if (!allowed || closed) {
                now.cancel();
            }
        }
        try {
            now.run();
            return succeeded(now);
        } catch (Halt halt) {
            used.hangUp();
            if (halt.state() == LinkState.REVOKED) {
                // The queue is kept; a join that happened meanwhile is not undone.
                outbox.revoked(link);
                return rest(LinkState.REVOKED);
            }
            boolean cut = now.isProven() && halt.state() == LinkState.NO_CONNECTION;
            return failed(halt, now.hasProgressed(), cut);
        } catch (TryAgain | RuntimeException e) {
            used.hangUp();
            throw e;
        } finally {
            synchronized (lock) {
                noteDelivery(now);
                again |= now.hasNews();
                round = null;
            }
        }
    }

    private Optional<Duration> succeeded(Round now) {
        synchronized (lock) {
            noteDelivery(now);
            pacing.reset();
            board.move(LinkState.IDLE);
            return Optional.of(pacing.untilMail(lastDelivery, clock.instant()));
        }
    }

    private Optional<Duration> failed(Halt halt, boolean progressed, boolean cut) {
        synchronized (lock) {
            // Off and on again, and only then did the round that was ended come to its end: the next says how it is.
            boolean switchedOff = board.state() == LinkState.SWITCHED_OFF;
            if (board.state() != LinkState.REVOKED && !switchedOff) {
                board.move(halt.state());
            }
            return Optional.of(pacing.afterFailure(progressed, cut, halt.waitAsked()));
        }
    }

    private void noteDelivery(Round now) {
        if (now.hasDelivered()) {
            lastDelivery = Optional.of(clock.instant());
        }
    }

    private void ended(Optional<Duration> next) {
        synchronized (lock) {
            running = false;
            if (!allowed || closed) {
                return;
            }
            if (again) {
                launch();
            } else if (next.isPresent()) {
                planned = timer.schedule(this::timeCame, next.get().toMillis(), TimeUnit.MILLISECONDS);
                board.nextTry(Optional.of(clock.instant().plus(next.get())));
            }
        }
    }

    private void timeCame() {
        synchronized (lock) {
            launch();
        }
    }
}
