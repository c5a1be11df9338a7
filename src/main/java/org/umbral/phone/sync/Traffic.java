package org.umbral.phone.sync;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.umbral.shared.GiveUp;
import org.umbral.shared.TryAgain;
import org.umbral.shared.wire.Wire;

/**
 * The requests of one round that are under way. Answers arrive on many threads and are handled one after the other on
 * the round's own, so nothing behind this class needs a lock.
 */
final class Traffic {
    /** Something that happened, handled on the round's thread. */
    interface Event {
        void happen() throws Halt, TryAgain;
    }

    /** Takes an answer, on the round's thread. */
    interface Taker {
        void take(Answer answer) throws Halt, TryAgain;
    }

    /** Takes a broken exchange, on the round's thread. */
    interface Breakage {
        void broke(IOException why) throws Halt, TryAgain;
    }

    private final ClinicLine line;
    private final String token;
    private final Epochs epochs;
    private final Board board;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private int flying;

    Traffic(ClinicLine line, String token, Epochs epochs, Board board) {
        this.line = line;
        this.token = token;
        this.epochs = epochs;
        this.board = board;
    }

    ClinicLine line() {
        return line;
    }

    HttpUrl url(String path) throws Halt {
        try {
            return line.url().newBuilder().encodedPath(path).build();
        } catch (GiveUp e) {
            throw new Halt(LinkState.NOT_THE_CLINIC);
        }
    }

    /** With the token: only for a clinic that is proven, or over a connection that proves it first. */
    Request.Builder request(String path) throws Halt {
        return new Request.Builder().url(url(path)).header(Wire.AUTHORIZATION, "Bearer " + token);
    }

    void send(Request request, Taker taker) {
        send(request, taker, why -> {
            throw Halt.of(why);
        });
    }

    void send(Request request, Taker taker, Breakage breakage) {
        exchange(
                request,
                () -> {},
                answer -> {
                    answer.header(Wire.EPOCH).ifPresent(epochs::heard);
                    epochs.settle();
                    taker.take(answer);
                },
                breakage);
    }

    /** The first request, before the other side is proven: nothing that it says counts by itself. */
    void greet(Request request, Event connected, Taker taker) {
        exchange(request, connected, taker, why -> {
            throw Halt.of(why);
        });
    }

    private void exchange(Request request, Event connected, Taker taker, Breakage breakage) {
        flying++;
        line.send(request, new ClinicLine.Reply() {
            @Override
            public void connected() {
                events.add(connected);
            }

            @Override
            public void answered(Answer answer) {
                events.add(() -> {
                    flying--;
                    board.contact();
                    taker.take(answer);
                });
            }

            @Override
            public void failed(IOException why) {
                events.add(() -> {
                    flying--;
                    breakage.broke(why);
                });
            }
        });
    }

    /** From any thread. */
    void post(Event event) {
        events.add(event);
    }

    boolean isQuiet() {
        return flying == 0;
    }

    /** Waits for the next event and handles it. */
    void next() throws Halt, TryAgain {
        try {
            events.take().happen();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Halt(LinkState.NO_CONNECTION);
        }
    }
}
