package org.umbral.phone.sync;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;
import org.umbral.phone.store.Outbox;
import org.umbral.phone.store.Waiting;
import org.umbral.shared.TryAgain;
import org.umbral.shared.envelope.Receipt;
import org.umbral.shared.wire.Wire;

/** Sends entries, many at once where they share a connection, so that the words of many cases need few round trips. */
final class Words {
    private static final MediaType SEALED = MediaType.get(Wire.SEALED);
    private static final int SHARED_CONNECTION = 64;
    private static final int OWN_CONNECTIONS = 4;
    private static final int TAKEN_AS_NEW = 201;

    private final Outbox outbox;
    private final Traffic traffic;
    private final Ledger ledger;
    private final Gate gate;
    private final Epochs epochs;
    private final Flight flight;
    private int flying;
    private long flyingBytes;

    Words(Outbox outbox, Traffic traffic, Ledger ledger, Gate gate, Epochs epochs, Flight flight) {
        this.outbox = outbox;
        this.traffic = traffic;
        this.ledger = ledger;
        this.gate = gate;
        this.epochs = epochs;
        this.flight = flight;
    }

    void fill() throws Halt, TryAgain {
        int most = traffic.line().manyAtOnce() ? SHARED_CONNECTION : OWN_CONNECTIONS;
        while (flying < most) {
            Optional<Waiting> next = ledger.nextWord();
            if (next.isEmpty() || !hasRoom(next.get())) {
                return;
            }
            ledger.take(next.get());
            send(next.get());
        }
    }

    /** An emergency waits behind no more than a photo's bytes may be. */
    private boolean hasRoom(Waiting item) {
        return flyingBytes == 0 || item.lane().isEmergency() || flyingBytes + item.size() <= flight.most();
    }

    private void send(Waiting item) throws Halt, TryAgain {
        byte[] bytes;
        try (InputStream in = outbox.read(item.name(), 0)) {
            bytes = in.readAllBytes();
        } catch (IOException | TryAgain e) {
            ledger.later(item, LinkState.STORE_TROUBLE);
            return;
        }
        if (bytes.length != item.size()) {
            ledger.damaged(item);
            return;
        }
        WordBody body = new WordBody(bytes, flight, () -> {
            gate.free();
            traffic.post(() -> {});
        });
        Request.Builder request =
                traffic.request(Wire.ENVELOPES + item.name().hex()).put(body);
        if (item.lane().isEmergency()) {
            request.header(Wire.LANE, Wire.LANE_EMERGENCY);
        }
        flying++;
        flyingBytes += item.size();
        gate.hold();
        traffic.send(request.build(), answer -> answered(item, body, answer), why -> {
            body.left();
            throw Halt.of(why);
        });
        outbox.tried(item.name());
    }

    private void answered(Waiting item, WordBody body, Answer answer) throws Halt, TryAgain {
        flying--;
        flyingBytes -= item.size();
        body.left();
        if (traffic.line().manyAtOnce()) {
            body.arrived();
        }
        if (answer.isSuccess()) {
            Optional<Receipt> receipt = ledger.receipt(item.name(), answer::receiptInBody);
            if (answer.status() == TAKEN_AS_NEW && receipt.isPresent()) {
                epochs.tookAsNew(receipt.get());
            }
        } else if (Verdict.of(answer) == Verdict.REFUSED) {
            ledger.refused(item, answer.reason());
        } else {
            ledger.later(item, Verdict.stateFor(answer));
        }
    }

    /** Says once that it has left, or will never leave. */
    private static final class WordBody extends RequestBody {
        private final byte[] bytes;
        private final Flight flight;
        private final Runnable whenLeft;
        private Flight.@Nullable Mark mark;
        private boolean hasLeft;

        WordBody(byte[] bytes, Flight flight, Runnable whenLeft) {
            this.bytes = bytes;
            this.flight = flight;
            this.whenLeft = whenLeft;
        }

        @Override
        public MediaType contentType() {
            return SEALED;
        }

        @Override
        public long contentLength() {
            return bytes.length;
        }

        @Override
        public boolean isOneShot() {
            return true;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            sink.write(bytes);
            // Flushes, too; the end goes in the same frame.
            sink.close();
            mark();
            left();
        }

        private synchronized void mark() {
            flight.left(bytes.length);
            mark = flight.ask();
        }

        /** The answer of words tells of the link what a question tells. */
        synchronized void arrived() {
            if (mark != null) {
                flight.answered(mark);
            }
        }

        synchronized void left() {
            if (!hasLeft) {
                hasLeft = true;
                whenLeft.run();
            }
        }
    }
}
