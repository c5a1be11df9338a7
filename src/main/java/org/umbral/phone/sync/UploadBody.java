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

/** The rest of a large item from a byte on, in small pieces; before each piece words may overtake. */
final class UploadBody extends RequestBody {
    private static final MediaType OCTETS = MediaType.get(Wire.OFFSET_OCTETS);
    private static final int PIECE = 16 * 1024;

    /** What our own file was like. */
    enum OurFile {
        FINE,
        UNREADABLE,
        TOO_SHORT
    }

    private final Outbox outbox;
    private final Waiting item;
    private final long from;
    private final Gate gate;
    private final Board board;
    private final Runnable left;
    private volatile OurFile file = OurFile.FINE;

    UploadBody(Outbox outbox, Waiting item, long from, Gate gate, Board board, Runnable left) {
        this.outbox = outbox;
        this.item = item;
        this.from = from;
        this.gate = gate;
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
        return item.size() - from;
    }

    @Override
    public boolean isOneShot() {
        return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        byte[] piece = new byte[PIECE];
        try (InputStream in = open()) {
            for (long at = from; at < item.size(); ) {
                gate.pass();
                int n = read(in, piece, (int) Math.min(PIECE, item.size() - at));
                sink.write(piece, 0, n);
                sink.flush();
                at += n;
                board.sent(item.name(), at);
            }
        }
        left.run();
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
