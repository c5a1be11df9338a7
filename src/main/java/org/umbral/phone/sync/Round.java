package org.umbral.phone.sync;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.umbral.phone.store.ClinicLink;
import org.umbral.phone.store.Outbox;
import org.umbral.shared.GiveUp;
import org.umbral.shared.Json;
import org.umbral.shared.Sha256;
import org.umbral.shared.TryAgain;
import org.umbral.shared.envelope.SignedDocument;
import org.umbral.shared.wire.HaveAnswer;
import org.umbral.shared.wire.HaveRequest;
import org.umbral.shared.wire.Wire;

/**
 * One try: prove the clinic, send what waits, fetch mail. Runs on one worker's thread until nothing is left to do or
 * {@link Halt} is thrown; {@link #nudge} and {@link #cancel} come from any thread.
 */
final class Round {
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final MediaType JSON = MediaType.get(Wire.JSON);

    private final Outbox outbox;
    private final ClinicLink link;
    private final ClinicLine line;
    private final Board board;
    private final Epochs epochs;
    private final Traffic traffic;
    private final Ledger ledger;
    private final Gate gate = new Gate();
    private final Words words;
    private final Photos photos;
    private final Mailbox mailbox;
    private final LongSupplier nanos;
    private OptionalLong deliveringSince = OptionalLong.empty();
    private OptionalLong dialledAt = OptionalLong.empty();
    private volatile boolean cancelled;
    private boolean asking;
    private volatile boolean proven;

    Round(Outbox outbox, ClinicLink link, ClinicLine line, Board board, Carried carried) throws TryAgain {
        this.outbox = outbox;
        this.link = link;
        this.line = line;
        this.board = board;
        nanos = carried.nanos();
        epochs = new Epochs(outbox);
        traffic = new Traffic(line, link.token(), epochs, board);
        ledger = new Ledger(outbox, link.clinicReceiptKey(), board, carried.photosWait());
        Flight flight = new Flight(carried.sense(), nanos);
        words = new Words(outbox, traffic, ledger, gate, epochs, flight);
        photos = new Photos(outbox, traffic, ledger, gate, board, carried, flight);
        mailbox = new Mailbox(outbox, traffic, ledger, epochs, carried);
    }

    void run() throws Halt, TryAgain {
        try {
            ledger.read();
            if (!ledger.isEmpty() || Transitions.needsConnecting(board.state())) {
                board.move(LinkState.CONNECTING);
            }
            if (line.isUp()) {
                proven = true;
            } else {
                prove();
            }
            deliveringSince = OptionalLong.of(nanos.getAsLong());
            deliver();
        } finally {
            gate.end();
            photos.end();
            board.nothingUnderWay();
            noteRest();
        }
        Optional<Halt> trouble = ledger.trouble();
        if (trouble.isPresent()) {
            throw trouble.get();
        }
    }

    private void deliver() throws Halt, TryAgain {
        try {
            for (fill(); !traffic.isQuiet(); fill()) {
                traffic.next();
                noteTime(EVERY);
            }
        } catch (Halt halt) {
            if (halt.state() == LinkState.CLINIC_BUSY && !epochs.hasQuestions()) {
                mailbox.lookBeforeTheEnd();
                awaitMail();
            }
            throw halt;
        }
    }

    /** Others of what was sent together may be answered as the first was. */
    private void awaitMail() throws Halt, TryAgain {
        while (mailbox.isAwaited()) {
            try {
                traffic.next();
            } catch (Halt halt) {
                if (halt.state() != LinkState.CLINIC_BUSY) {
                    throw halt;
                }
            }
        }
    }

    /** Fairness counts by the time in which something could go (design §5). */
    private void noteTime(Duration least) throws TryAgain {
        if (deliveringSince.isEmpty()) {
            return;
        }
        long now = nanos.getAsLong();
        Duration since = Duration.ofNanos(now - deliveringSince.getAsLong());
        if (since.compareTo(least) >= 0) {
            outbox.delivered(since);
            deliveringSince = OptionalLong.of(now);
        }
    }

    private void noteRest() {
        try {
            noteTime(Duration.ofSeconds(1));
        } catch (TryAgain e) {
            // The store is in trouble, which the round says; a few seconds less only make fairness later.
        }
    }

    private void fill() throws Halt, TryAgain {
        if (epochs.hasQuestions()) {
            if (!asking) {
                ask();
            }
            return;
        }
        ledger.read();
        if (!ledger.isEmpty() && board.state() != LinkState.SENDING) {
            board.move(LinkState.CONNECTING);
            board.move(LinkState.SENDING);
        }
        words.fill();
        photos.fill();
        mailbox.fill();
    }

    /** Tries the addresses in order until the clinic is proven (rule R12). */
    private void prove() throws Halt, TryAgain {
        Optional<Halt> stranger = Optional.empty();
        for (int left = line.peer().addresses().size(); !proven; left--) {
            try {
                greet();
                while (!proven) {
                    traffic.next();
                }
            } catch (Halt halt) {
                if (halt.state() == LinkState.NOT_THE_CLINIC) {
                    stranger = Optional.of(halt);
                }
                line.nextAddress();
                if (cancelled || left == 1 || halt.state() == LinkState.CLINIC_BUSY) {
                    throw stranger.orElse(halt);
                }
            }
        }
    }

    /** Over TLS the checked handshake proves the clinic, and the greeting travels beside the rest; on loopback it goes first. */
    private void greet() throws Halt {
        dialling(OptionalLong.of(nanos.getAsLong()));
        boolean handshakeProves = traffic.url(Wire.CLINIC).isHttps();
        Request request =
                new Request.Builder().url(traffic.url(Wire.CLINIC)).get().build();
        traffic.greet(
                request,
                () -> {
                    if (handshakeProves) {
                        proven = true;
                    }
                },
                answer -> {
                    Greeting.check(answer, link, handshakeProves);
                    proven = true;
                    answer.header(Wire.EPOCH).ifPresent(epochs::heard);
                    epochs.settle();
                });
    }

    private synchronized void dialling(OptionalLong since) {
        dialledAt = since;
    }

    /** Nobody has proven to be the clinic for so long since it was called; from any thread. */
    synchronized boolean hasDialledFor(Duration least) {
        return !proven && dialledAt.isPresent() && nanos.getAsLong() - dialledAt.getAsLong() >= least.toNanos();
    }

    private void ask() throws Halt {
        asking = true;
        HaveRequest asked = epochs.question();
        byte[] question = Json.write(asked);
        Request request = traffic.request(Wire.HAVE)
                .post(RequestBody.create(question, JSON))
                .build();
        traffic.send(request, answer -> {
            asking = false;
            if (answer.status() != 200) {
                Verdict.of(answer);
                throw new Halt(Verdict.stateFor(answer));
            }
            try {
                for (HaveAnswer.Held held : answer.read(HaveAnswer.class).items()) {
                    hear(held);
                }
            } catch (GiveUp | IllegalArgumentException e) {
                throw new Halt(LinkState.NOT_THE_CLINIC);
            }
            epochs.answered(asked);
            ledger.changed();
        });
    }

    private void hear(HaveAnswer.Held held) throws TryAgain {
        Sha256 name = new Sha256(held.sha256() == null ? "" : held.sha256());
        SignedDocument receipt = held.receipt();
        if (receipt != null) {
            ledger.receipt(name, () -> receipt);
        } else if (held.bytes() > 0) {
            photos.holds(name, held.bytes());
        }
    }

    /** New mail was sealed. */
    void nudge() {
        ledger.changed();
        traffic.post(() -> {});
    }

    /** Ends at once; the requests are ended by whoever hangs up. */
    void cancel() {
        cancelled = true;
        traffic.post(() -> {
            throw Halt.of(new IOException("cancelled"));
        });
    }

    /** Told of new mail too late to look at it. */
    boolean hasNews() {
        return ledger.hasNews();
    }

    boolean isProven() {
        return proven;
    }

    boolean hasProgressed() {
        return ledger.hasProgressed();
    }

    boolean hasDelivered() {
        return ledger.receipts() > 0;
    }
}
