package org.umbral.phone.sync;

import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.umbral.phone.store.Outbox;
import org.umbral.shared.Failure;
import org.umbral.shared.TryAgain;
import org.umbral.shared.secret.SealingKey;
import org.umbral.shared.secret.VerifyingKey;
import org.umbral.shared.wire.Invitation;

/** The courier over HTTP. */
public final class OutboxCourier implements Courier {
    private final Outbox outbox;
    private final ExecutorService workers;
    private final String app;
    private final Board board;
    private final Rounds rounds;

    private OutboxCourier(Outbox outbox, ExecutorService workers, String app, Board board, Rounds rounds) {
        this.outbox = outbox;
        this.workers = workers;
        this.app = app;
        this.board = board;
        this.rounds = rounds;
    }

    /**
     * A courier that has not started.
     *
     * @param nanos a clock that only goes forward
     * @param timer only starts things; one thread is enough
     * @param workers unbounded (a cached pool): requests wait on its threads, up to about eighty at once
     * @param random for the jitter of retries
     * @param app the version that an enrolment names
     */
    public static Courier of(
            Outbox outbox,
            Clock clock,
            LongSupplier nanos,
            ScheduledExecutorService timer,
            ExecutorService workers,
            RandomGenerator random,
            String app) {
        Carried carried = new Carried(nanos);
        Board board = new Board(clock, workers, carried);
        Rounds rounds = new Rounds(outbox, clock, carried, timer, workers, random, board);
        return new OutboxCourier(outbox, workers, app, board, rounds);
    }

    @Override
    public void start() {
        if (rounds.start()) {
            outbox.onChange(rounds::changed);
        }
    }

    @Override
    public void wake() {
        rounds.wake();
    }

    @Override
    public void networkAllowed(boolean now) {
        rounds.allow(now);
    }

    @Override
    public void photosAllowed(boolean now) {
        rounds.allowPhotos(now);
    }

    @Override
    public void sendPhotos() {
        rounds.sendPhotos();
    }

    @Override
    public Progress progress() {
        return board.progress();
    }

    @Override
    public void onProgress(Consumer<Progress> listener) {
        board.listen(listener);
    }

    @Override
    public void join(Invitation invitation, VerifyingKey device, SealingKey mailbox) throws Failure {
        if (!rounds.mayTalk()) {
            throw new TryAgain("no-connection");
        }
        Enrolment.Joined joined = new Enrolment(invitation, device, mailbox, app, workers).join();
        Round before = rounds.underWay();
        outbox.joined(joined.link(), joined.documents());
        rounds.startOver(before);
    }

    @Override
    public void close() {
        rounds.close();
    }
}
