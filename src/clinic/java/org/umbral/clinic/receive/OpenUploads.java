package org.umbral.clinic.receive;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.umbral.clinic.store.Uploads;
import org.umbral.shared.Sha256;
import org.umbral.shared.TryAgain;
import org.umbral.shared.wire.Problem;

/**
 * Which request brings bytes of which upload now. A new request for an upload takes over at once: the half-open one keeps
 * what it already got and takes no more, since on a phone the new one means that the old connection is dead. Thread-safe.
 */
final class OpenUploads {
    private static final int LOCKS = 64;

    private final Uploads uploads;
    private final Clock clock;
    private final Map<Sha256, Pieces> current = new ConcurrentHashMap<>();
    private final Object[] locks =
            IntStream.range(0, LOCKS).mapToObj(i -> new Object()).toArray();

    OpenUploads(Uploads uploads, Clock clock) {
        this.uploads = uploads;
        this.clock = clock;
    }

    /** What is on disk of the upload, once nobody else adds to it. */
    Optional<Uploads.Half> takeOver(Sha256 sha256) throws TryAgain {
        synchronized (lock(sha256)) {
            closeCurrent(sha256);
            return uploads.find(sha256);
        }
    }

    /** Takes over and begins at this byte; {@code TryAgain("offset-differs")} where it is not the next one. */
    Pieces begin(Sha256 sha256, long start) throws TryAgain {
        synchronized (lock(sha256)) {
            closeCurrent(sha256);
            Uploads.Half half = uploads.find(sha256)
                    .filter(found -> found.offset() == start)
                    .orElseThrow(() -> new TryAgain(Problem.OFFSET_DIFFERS));
            return begun(half, Optional.empty());
        }
    }

    /** Takes over and begins an upload with its first byte; it stands in the store once its first piece does. */
    Pieces begin(Uploads.Announced announced) {
        synchronized (lock(announced.sha256())) {
            closeCurrent(announced.sha256());
            Uploads.Half none = new Uploads.Half(announced.sha256(), announced.size(), 0, clock.instant());
            return begun(none, Optional.of(announced));
        }
    }

    private Pieces begun(Uploads.Half half, Optional<Uploads.Announced> announced) {
        Pieces pieces = new Pieces(uploads, clock, half, announced);
        current.put(half.sha256(), pieces);
        return pieces;
    }

    /** The request's body is at its end, or broke off. */
    void end(Sha256 sha256, Pieces pieces) throws TryAgain {
        try {
            pieces.close();
        } finally {
            current.remove(sha256, pieces);
        }
    }

    private void closeCurrent(Sha256 sha256) {
        Pieces old = current.remove(sha256);
        if (old != null) {
            try {
                old.close();
            } catch (TryAgain e) {
                // Its last bytes were not kept; the offset says so, and the phone still has them.
            }
        }
    }

    private Object lock(Sha256 sha256) {
        return locks[Math.floorMod(sha256.hashCode(), LOCKS)];
    }
}
