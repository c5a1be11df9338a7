package org.umbral.phone.sync;

import java.io.IOException;
import java.io.InputStream;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.umbral.phone.store.Outbox;
import org.umbral.phone.store.Waiting;
import org.umbral.shared.TryAgain;
import org.umbral.shared.wire.Wire;

/** A part of a large item, in small pieces; before each piece words may overtake, and the link must have room. */
final class UploadBody extends RequestBody {
    private static final MediaType OCTETS = MediaType.get(Wire.OFFSET_OCTETS);
    /** With its frame's head one record of TLS: a cut loses half of one, and each costs 47 bytes (decision 0019). */
    private static final int PIECE = 8183;

    /** What our own file was like. */
    enum OurFile {
        FINE,
        UNREADABLE,
        TOO_SHORT
    }

    private final Outbox outbox;
    private final Waiting item;
    private final long from;
    private final long to;
    private final Gate gate;
    private final Flight flight;
    private final Probe probe;
    private final Board board;
    private final Runnable left;
    private volatile OurFile file = OurFile.FINE;

    /** Asks the clinic something short, which leaves before what comes next; tells when it answered. */
    interface Probe {
        void ask(Flight.Mark mark, Runnable answered) throws IOException;
    }

    /** Which bytes of which item. */
    record Part(Waiting item, long from, long to) {}

    UploadBody(Outbox outbox, Part part, Gate gate, Flight flight, Probe probe, Board board, Runnable left) {
        this.outbox = outbox;
        item = part.item();
        from = part.from();
        to = part.to();
        this.gate = gate;
        this.flight = flight;
        this.probe = probe;
        this.board = board;
        this.left = left;
    }

    long from() {
        return from;
    }

    OurFile file() {
        return file;
    }

    @Override
    public MediaType contentType() {
        return OCTETS;
    }

    @Override
    public long contentLength() {
        return to - from;
    }

    @Override
    public boolean isOneShot() {
        return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        byte[] piece = new byte[PIECE];
        try (InputStream in = open()) {
            for (long at = from; at < to; ) {
                int n = (int) Math.min(flight.piece(PIECE), to - at);
                flight.pass(n);
                gate.pass();
                n = read(in, piece, n);
                sink.write(piece, 0, n);
                at += n;
                send(sink, at == to);
                follow(n, at);
            }
        }
        left.run();
    }

    /** The end goes in the last piece's own frame: one that says only that costs 47 bytes. */
    private static void send(BufferedSink sink, boolean last) throws IOException {
        if (last) {
            sink.close();
        } else {
            sink.flush();
        }
    }

    private void follow(int bytes, long at) throws IOException {
        if (flight.left(bytes)) {
            probe.ask(flight.ask(), () -> board.arrived(item.name(), at));
        }
    }

    private InputStream open() throws IOException {
        try {
            return outbox.read(item.name(), from);
        } catch (TryAgain e) {
            file = OurFile.UNREADABLE;
            throw new IOException("our own copy cannot be read now");
        }
    }

    private int read(InputStream in, byte[] piece, int most) throws IOException {
        int n;
        try {
            n = in.read(piece, 0, most);
        } catch (IOException e) {
            file = OurFile.UNREADABLE;
            throw e;
        }
        if (n <= 0) {
            file = OurFile.TOO_SHORT;
            throw new IOException("our own copy ends early");
        }
        return n;
    }
}
