package org.umbral.phone.sync;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.umbral.phone.store.Outbox;
import org.umbral.phone.store.Waiting;
import org.umbral.shared.TryAgain;
import org.umbral.shared.wire.Wire;

/** Sends entries, many at once where they share a connection, so that the words of many cases need few round trips. */
final class Words {
    private static final MediaType SEALED = MediaType.get(Wire.SEALED);
    private static final int SHARED_CONNECTION = 64;
    private static final int OWN_CONNECTIONS = 4;

    private final Outbox outbox;
    private final Traffic traffic;
    private final Ledger ledger;
    private final Gate gate;
    private int flying;

    Words(Outbox outbox, Traffic traffic, Ledger ledger, Gate gate) {
        this.outbox = outbox;
        this.traffic = traffic;
        this.ledger = ledger;
        this.gate = gate;
    }

    void fill() throws Halt, TryAgain {
        int most = traffic.line().manyAtOnce() ? SHARED_CONNECTION : OWN_CONNECTIONS;
        while (flying < most) {
            Optional<Waiting> next = ledger.nextWord();
            if (next.isEmpty()) {
                return;
            }
            ledger.take(next.get());
            send(next.get());
        }
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
        WordBody body = new WordBody(bytes, () -> {
            gate.free();
            traffic.post(() -> {});
        });
        Request.Builder request =
                traffic.request(Wire.ENVELOPES + item.name().hex()).put(body);
        if (item.lane().isEmergency()) {
            request.header(Wire.LANE, Wire.LANE_EMERGENCY);
        }
        flying++;
        gate.hold();
        traffic.send(request.build(), answer -> answered(item, body, answer), why -> {
            body.left();
            throw Halt.of(why);
        });
        outbox.tried(item.name());
    }

    private void answered(Waiting item, WordBody body, Answer answer) throws Halt, TryAgain {
        flying--;
        body.left();
        if (answer.isSuccess()) {
            ledger.receipt(item.name(), answer::receiptInBody);
        } else if (Verdict.of(answer) == Verdict.REFUSED) {
            ledger.refused(item, answer.reason());
        } else {
            ledger.later(item, Verdict.stateFor(answer));
        }
    }

    /** Says once that it has left, or will never leave. */
    private static final class WordBody extends RequestBody {
        private final byte[] bytes;
        private final Runnable whenLeft;
        private boolean hasLeft;

        WordBody(byte[] bytes, Runnable whenLeft) {
            this.bytes = bytes;
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
            sink.flush();
            left();
        }

        synchronized void left() {
            if (!hasLeft) {
                hasLeft = true;
                whenLeft.run();
            }
        }
    }
}
