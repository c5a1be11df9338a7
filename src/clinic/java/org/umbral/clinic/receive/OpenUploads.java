package org.umbral.clinic.receive;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.umbral.clinic.store.UploadId;
import org.umbral.clinic.store.Uploads;
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
    private final Map<UploadId, Pieces> current = new ConcurrentHashMap<>();
    private final Object[] locks =
            IntStream.range(0, LOCKS).mapToObj(i -> new Object()).toArray();

    OpenUploads(Uploads uploads, Clock clock) {
        this.uploads = uploads;
        this.clock = clock;
    }

    /** What is on disk of the upload, once nobody else adds to it. */
    Optional<Uploads.Half> takeOver(UploadId id) throws TryAgain {
        synchronized (lock(id)) {
            closeCurrent(id);
            return uploads.find(id);
        }
    }

    /** Takes over and begins at this byte; {@code TryAgain("offset-differs")} where it is not the next one. */
    Pieces begin(UploadId id, long start) throws TryAgain {
        synchronized (lock(id)) {
            closeCurrent(id);
            Uploads.Half half = uploads.find(id)
                    .filter(found -> found.offset() == start)
                    .orElseThrow(() -> new TryAgain(Problem.OFFSET_DIFFERS));
            return begun(half, Optional.empty());
        }
    }

    /** Takes over and begins an upload with its first byte; it stands in the store once its first piece does. */
    Pieces begin(Uploads.Announced announced) {
        synchronized (lock(announced.id())) {
            closeCurrent(announced.id());
            Uploads.Half none = new Uploads.Half(announced.id(), announced.size(), 0, clock.instant());
            return begun(none, Optional.of(announced));
        }
    }

    private Pieces begun(Uploads.Half half, Optional<Uploads.Announced> announced) {
        Pieces pieces = new Pieces(uploads, clock, half, announced);
        current.put(half.id(), pieces);
        return pieces;
    }

    /** The request's body is at its end, or broke off. */
    void end(UploadId id, Pieces pieces) throws TryAgain {
        try {
            pieces.close();
        } finally {
            current.remove(id, pieces);
        }
    }

    private void closeCurrent(UploadId id) {
        Pieces old = current.get(id);
        if (old != null) {
            try {
                old.close();
            } catch (TryAgain e) {
                // Its last bytes were not kept; the offset says so, and the phone still has them.
            } finally {
                current.remove(id, old);
            }
        }
    }

    /** How many uploads, and how many bytes all of them will have. */
    record Unstored(int count, long bytes) {}

    /** What a phone announced and the store does not know of yet. To be asked before the store is, so that all is counted. */
    Unstored unstored(String device) {
        List<Long> sizes = current.values().stream()
                .filter(pieces -> pieces.upload().device().equals(device))
                .map(Pieces::unstored)
                .filter(size -> size > 0)
                .toList();
        return new Unstored(
                sizes.size(), sizes.stream().mapToLong(Long::longValue).sum());
    }

    private Object lock(UploadId id) {
        return locks[Math.floorMod(id.hashCode(), LOCKS)];
    }
}
