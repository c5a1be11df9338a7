package org.umbral.clinic.receive;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.umbral.clinic.store.EnvelopeFiles.Arriving;
import org.umbral.clinic.store.StoredEnvelope;
import org.umbral.clinic.store.UploadId;
import org.umbral.clinic.store.Uploads;
import org.umbral.shared.GiveUp;
import org.umbral.shared.Sha256;
import org.umbral.shared.TryAgain;
import org.umbral.shared.wire.Problem;

/**
 * What one request brings of an upload: written as it comes, and cut into pieces that are each durable. Life: open → closed
 * by its own request, or by a newer one for the same upload; from then on it takes nothing. Thread-safe, so that a newer
 * request can close it while its own waits for bytes of a dead connection.
 */
final class Pieces {
    /** So much, or so long, is lost at most when the server is killed in a request. Most photos are one piece. */
    static final int MOST_BYTES = 512 * 1024;

    private static final Duration MOST_TIME = Duration.ofSeconds(5);

    private final Uploads uploads;
    private final Clock clock;
    private final Uploads.Half upload;
    private final Optional<Uploads.Announced> announced;
    /** Of all bytes, where this request brings the first. */
    private final Optional<Sha256.Running> hash;

    private long start;
    private @Nullable Arriving piece;
    private Instant begun;
    private boolean closed;
    /** Whether the upload stands in the store, and is counted there. */
    private volatile boolean stored;

    /** @param announced where the upload does not stand in the store yet, and is to from its first piece on */
    Pieces(Uploads uploads, Clock clock, Uploads.Half upload, Optional<Uploads.Announced> announced) {
        this.uploads = uploads;
        this.clock = clock;
        this.upload = upload;
        this.announced = announced;
        this.start = upload.offset();
        this.hash = start == 0 ? Optional.of(new Sha256.Running()) : Optional.empty();
        this.begun = clock.instant();
        this.stored = announced.isEmpty();
    }

    UploadId upload() {
        return upload.id();
    }

    /** How many bytes are on the way of which the store knows nothing yet. */
    long unstored() {
        return stored ? 0 : upload.size();
    }

    /** {@code TryAgain("offset-differs")} once a newer request took over. */
    synchronized void add(byte[] bytes, int count) throws TryAgain {
        if (closed) {
            throw new TryAgain(Problem.OFFSET_DIFFERS);
        }
        if (piece == null) {
            piece = uploads.arriving(upload.id().sha256());
        }
        piece.add(bytes, count);
        hash.ifPresent(running -> running.add(bytes, 0, count));
        boolean isLarge = piece.length() >= MOST_BYTES || clock.instant().isAfter(begun.plus(MOST_TIME));
        if (isLarge && start + piece.length() < upload.size()) {
            write();
        }
    }

    /**
     * The body is at its end. The whole, where nothing is missing and this request brought all of it; {@code
     * GiveUp("hash-differs")} where it is not what its name says: then all of it is dropped. {@code
     * TryAgain("offset-differs")} once a newer request took over: whether all that came stands is for that one to say.
     */
    synchronized Optional<StoredEnvelope> end() throws TryAgain, GiveUp {
        if (closed) {
            throw new TryAgain(Problem.OFFSET_DIFFERS);
        }
        Arriving last = piece;
        if (hash.isEmpty() || last == null || start + last.length() < upload.size()) {
            close();
            return Optional.empty();
        }
        closed = true;
        try (last) {
            if (!hash.get().finish().equals(upload.id().sha256())) {
                uploads.drop(upload.id(), last.length());
                throw new GiveUp("hash-differs");
            }
            return Optional.of(uploads.complete(upload.id(), start, last, announced));
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
        begun = clock.instant();
        if (piece != null) {
            try (Arriving whole = piece) {
                piece = null;
                uploads.append(upload.id(), start, whole, announced);
                stored = true;
                start += whole.length();
            }
        }
    }
}
