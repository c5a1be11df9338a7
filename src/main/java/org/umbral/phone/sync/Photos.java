package org.umbral.phone.sync;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * the clinic may hold a part already, its offset is asked for beside the bytes of another file, and only what is missing
 * is sent.
 */
final class Photos {
    private static final long ABSENT = -1;
    private static final int UNANSWERED = 3;
    private static final int ASK_AHEAD = 2;
    private static final int FRUITLESS = 3;

    private final Outbox outbox;
    private final Traffic traffic;
    private final Ledger ledger;
    private final Gate gate;
    private final Board board;
    /** The highest offset heard of each upload, in any round: tells progress from a loop. */
    private final Map<Sha256, Long> reached;

    private final Map<Sha256, Long> held = new HashMap<>();
    private final Map<Sha256, Integer> fruitless = new HashMap<>();
    private final Set<Sha256> asking = new HashSet<>();
    private final Set<Sha256> touched = new HashSet<>();
    private @Nullable Sha256 leaving;
    private int flying;

    Photos(Outbox outbox, Traffic traffic, Ledger ledger, Gate gate, Board board, Map<Sha256, Long> reached) {
        this.outbox = outbox;
        this.traffic = traffic;
        this.ledger = ledger;
        this.gate = gate;
        this.board = board;
        this.reached = reached;
    }

    void fill() throws Halt, TryAgain {
        List<Waiting> queue = ledger.large();
        for (Waiting item : queue.subList(0, Math.min(ASK_AHEAD, queue.size()))) {
            if (isUncertain(item) && asking.add(item.name())) {
                askOffset(item);
            }
        }
        if (leaving == null && flying < UNANSWERED && gate.isFree()) {
            for (Waiting item : queue) {
                if (!isUncertain(item)) {
                    send(item);
                    return;
                }
            }
        }
    }

    private boolean isUncertain(Waiting item) {
        return !held.containsKey(item.name()) && (item.tries() > 0 || touched.contains(item.name()));
    }

    /** What the clinic said that it holds. */
    void holds(Sha256 name, long bytes) {
        held.put(name, bytes);
        if (bytes > reached.getOrDefault(name, 0L)) {
            reached.put(name, bytes);
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
                held.put(item.name(), ABSENT);
            } else {
                ledger.later(item, Verdict.stateFor(answer));
            }
        });
    }

    private void send(Waiting item) throws Halt, TryAgain {
        Sha256 name = item.name();
        long known = held.getOrDefault(name, ABSENT);
        UploadBody body =
                new UploadBody(outbox, item, Math.max(known, 0), gate, board, () -> traffic.post(() -> left(name)));
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
        held.remove(name);
        leaving = name;
        flying++;
        board.sent(name, body.from());
        traffic.send(request.build(), answer -> answered(item, body, answer), why -> broke(item, body, why));
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
            ledger.receipt(item.name(), answer::receiptInHeader);
            return;
        }
        long offset = answer.offset().orElse(ABSENT);
        if (offset < 0 || offset > item.size()) {
            ledger.later(item, LinkState.NOT_THE_CLINIC);
            return;
        }
        again(item);
        holds(item.name(), offset);
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
