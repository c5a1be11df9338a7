package org.umbral.phone.sync;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import org.umbral.phone.store.Outbox;
import org.umbral.phone.store.Waiting;
import org.umbral.shared.Sha256;
import org.umbral.shared.TryAgain;
import org.umbral.shared.wire.Problem;
import org.umbral.shared.wire.Wire;

/**
 * Sends what is large by tus 1.0. One file's bytes leave at a time; the next begins before the last one's answer. Where
 * the clinic may hold a part already, its offset is asked for beside a piece of another file, just long enough for the
 * answer, and only what is missing is sent.
 */
final class Photos {
    /** The clinic has heard nothing of it. */
    private static final long ABSENT = -1;

    private static final int UNANSWERED = 3;
    private static final int ASK_AHEAD = 2;
    private static final int FRUITLESS = 3;
    private static final int QUESTION_LEAVES_SECONDS = 1;

    private final Outbox outbox;
    private final Traffic traffic;
    private final Ledger ledger;
    private final Gate gate;
    private final Board board;
    private final LinkSense sense;
    private final Flight flight;
    private final Offsets offsets;
    private final PhotosWait wait;
    private final Map<Sha256, Integer> fruitless = new HashMap<>();
    private final Set<Sha256> asking = new HashSet<>();
    private final Set<Sha256> touched = new HashSet<>();
    private @Nullable Sha256 leaving;
    private int flying;

    Photos(Outbox outbox, Traffic traffic, Ledger ledger, Gate gate, Board board, Carried carried, Flight flight) {
        this.outbox = outbox;
        this.traffic = traffic;
        this.ledger = ledger;
        this.gate = gate;
        this.board = board;
        sense = carried.sense();
        this.flight = flight;
        offsets = carried.offsets();
        wait = carried.photosWait();
    }

    void fill() throws Halt, TryAgain {
        if (wait.isNow()) {
            return;
        }
        List<Waiting> queue = ledger.large();
        if (queue.isEmpty() && flying == 0) {
            wait.noneLeft();
        }
        for (Waiting item : queue.subList(0, Math.min(ASK_AHEAD, queue.size()))) {
            if (isUncertain(item) && asking.add(item.name())) {
                askOffset(item);
            }
        }
        if (leaving == null && flying < UNANSWERED && gate.isFree()) {
            for (Waiting item : queue) {
                if (!isUncertain(item)) {
                    boolean oneBeforeIsAsked = !item.equals(queue.get(0));
                    send(item, oneBeforeIsAsked ? sense.window().bytes() / 2 : item.size());
                    return;
                }
            }
        }
    }

    private boolean isUncertain(Waiting item) {
        return offsets.certain(item.name()).isEmpty() && (item.tries() > 0 || touched.contains(item.name()));
    }

    /** What the clinic said that it holds. */
    void holds(Sha256 name, long bytes) {
        if (offsets.heard(name, bytes)) {
            fruitless.remove(name);
            ledger.progressed();
        }
    }

    private void askOffset(Waiting item) throws Halt {
        Request head = traffic.request(Wire.EVIDENCE + item.name().hex())
                .header(Wire.TUS_RESUMABLE, Wire.TUS_VERSION)
                .head()
                .build();
        traffic.send(head, answer -> {
            asking.remove(item.name());
            if (answer.isSuccess()) {
                took(item, answer);
            } else if (Verdict.of(answer) == Verdict.OFFSET_DIFFERS) {
                offsets.heard(item.name(), ABSENT);
            } else {
                ledger.later(item, Verdict.stateFor(answer));
            }
        });
    }

    private void send(Waiting item, long most) throws Halt, TryAgain {
        if (!traffic.line().manyAtOnce()) {
            flight.unmeasured();
        }
        Sha256 name = item.name();
        long known = offsets.certain(name).orElse(ABSENT);
        long from = Math.max(known, 0);
        UploadBody.Part part = new UploadBody.Part(item, from, Math.min(item.size(), from + most));
        UploadBody body =
                new UploadBody(outbox, part, gate, flight, probe(), board, () -> traffic.post(() -> left(name)));
        Request.Builder request =
                traffic.request(Wire.EVIDENCE + name.hex()).header(Wire.TUS_RESUMABLE, Wire.TUS_VERSION);
        if (item.lane().isEmergency()) {
            request.header(Wire.LANE, Wire.LANE_EMERGENCY);
        }
        if (known == ABSENT) {
            request.header(Wire.UPLOAD_LENGTH, Long.toString(item.size())).post(body);
        } else {
            request.header(Wire.UPLOAD_OFFSET, Long.toString(known)).patch(body);
        }
        outbox.tried(name);
        ledger.take(item);
        touched.add(name);
        offsets.uncertain(name);
        leaving = name;
        flying++;
        board.sent(name, body.from());
        traffic.send(request.build(), answer -> answered(item, body, answer), why -> broke(item, body, why));
    }

    private UploadBody.Probe probe() throws Halt {
        Request question = new Request.Builder()
                .url(traffic.url(Wire.EVIDENCE_OPTIONS))
                .method("OPTIONS", null)
                .build();
        return (mark, answered) -> {
            if (traffic.line().manyAtOnce()) {
                ask(mark, question, answered);
            } else {
                answered.run();
            }
        };
    }

    /**
     * On the thread that sends, which waits until the question stands behind what it asks about and before what comes next:
     * one without a token and without an answer's body, nearly nothing on the wire.
     */
    private void ask(Flight.Mark mark, Request question, Runnable answered) throws InterruptedIOException {
        CountDownLatch left = new CountDownLatch(1);
        traffic.line().send(question, new ClinicLine.Reply() {
            @Override
            public void connected() {}

            @Override
            public void left() {
                left.countDown();
            }

            @Override
            public void answered(Answer answer) {
                flight.answered(mark);
                answered.run();
            }

            @Override
            public void failed(IOException why) {
                flight.end();
                left.countDown();
            }
        });
        try {
            // One that does not get there in time only says less well how fast the link is.
            left.await(QUESTION_LEAVES_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the round was interrupted");
        }
    }

    /** The round ended. */
    void end() {
        flight.end();
    }

    private void left(Sha256 name) {
        if (name.equals(leaving)) {
            leaving = null;
        }
    }

    private void answered(Waiting item, UploadBody body, Answer answer) throws Halt, TryAgain {
        left(item.name());
        flying--;
        if (answer.isSuccess()) {
            took(item, answer);
            return;
        }
        switch (Verdict.of(answer)) {
            case REFUSED -> refused(item, body, answer.reason());
            case OFFSET_DIFFERS -> again(item);
            case LATER -> ledger.later(item, Verdict.stateFor(answer));
        }
    }

    /** Where not all bytes were of this request, somebody who has our token may have put in others: they go anew, all of them. */
    private void refused(Waiting item, UploadBody body, String reason) throws TryAgain {
        if (reason.equals(Problem.HASH_DIFFERS) && body.from() > 0) {
            again(item);
        } else {
            ledger.refused(item, reason);
        }
    }

    /** A receipt ends it; an offset says where to go on. */
    private void took(Waiting item, Answer answer) throws TryAgain {
        if (answer.header(Wire.RECEIPT).isPresent()) {
            offsets.done(item.name());
            ledger.receipt(item.name(), answer::receiptInHeader);
            return;
        }
        long offset = answer.offset().orElse(ABSENT);
        if (offset < 0 || offset > item.size()) {
            ledger.later(item, LinkState.NOT_THE_CLINIC);
            return;
        }
        // All is there and no receipt: somebody who has our token announced another length. It is announced anew.
        holds(item.name(), offset == item.size() ? ABSENT : offset);
        again(item);
        board.sent(item.name(), offset);
    }

    /** Goes on in this round, unless nothing comes of it. */
    private void again(Waiting item) {
        if (fruitless.merge(item.name(), 1, Integer::sum) > FRUITLESS) {
            ledger.later(item, LinkState.CLINIC_BUSY);
        } else {
            ledger.giveBack(item);
        }
    }

    private void broke(Waiting item, UploadBody body, IOException why) throws Halt, TryAgain {
        left(item.name());
        flying--;
        switch (body.file()) {
            case FINE -> throw Halt.of(why);
            case UNREADABLE -> ledger.later(item, LinkState.STORE_TROUBLE);
            case TOO_SHORT -> ledger.damaged(item);
        }
    }
}
