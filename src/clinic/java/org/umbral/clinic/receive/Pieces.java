package org.umbral.clinic.receive;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.umbral.clinic.store.UploadId;
import org.umbral.clinic.store.Uploads;
import org.umbral.shared.TryAgain;

/**
 * What one request brings of an upload, cut into pieces that are each durable. Life: open → closed by its own request,
 * or by a newer one for the same upload; from then on it takes nothing. Thread-safe, so that a newer request can close
 * it while its own waits for bytes of a dead connection.
 */
final class Pieces {
    /** So much, or so long, is lost at most when the server is killed in a request. */
    static final int MOST_BYTES = 256 * 1024;

    private static final Duration MOST_TIME = Duration.ofSeconds(5);

    private final Uploads uploads;
    private final Clock clock;
    private final UploadId id;
    private final byte[] piece;
    private long start;
    private int length;
    private Instant begun;
    private boolean closed;

    /** @param missing how many bytes the upload still lacks */
    Pieces(Uploads uploads, Clock clock, UploadId id, long start, long missing) {
        this.uploads = uploads;
        this.clock = clock;
        this.id = id;
        this.start = start;
        this.piece = new byte[(int) Math.min(missing, MOST_BYTES)];
        this.begun = clock.instant();
    }

    /** {@code TryAgain("offset-differs")} once a newer request took over. */
    synchronized void add(byte[] bytes, int count) throws TryAgain {
        if (closed) {
            throw new TryAgain("offset-differs");
        }
        for (int at = 0; at < count; ) {
            int fits = Math.min(count - at, piece.length - length);
            System.arraycopy(bytes, at, piece, length, fits);
            length += fits;
            at += fits;
            if (length == piece.length || clock.instant().isAfter(begun.plus(MOST_TIME))) {
                write();
            }
        }
    }

    /** Makes what came durable and takes no more. */
    synchronized void close() throws TryAgain {
        if (!closed) {
            closed = true;
            write();
        }
    }

    private void write() throws TryAgain {
        int count = length;
        length = 0;
        begun = clock.instant();
        if (count > 0) {
            uploads.append(id, start, piece, count);
            start += count;
        }
    }
}
