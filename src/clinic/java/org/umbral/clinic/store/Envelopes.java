package org.umbral.clinic.store;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.umbral.shared.Sha256;
import org.umbral.shared.TryAgain;

/**
 * Whole envelopes: kept once, never replaced while their bytes are there. What is held is on disk and was hash-checked when
 * it came; a row whose bytes are gone, as after a restore of two parts that do not fit, stays until they come again.
 * Thread-safe.
 */
public final class Envelopes {
    private final Database database;
    private final EnvelopeFiles files;
    private final Clock clock;

    public Envelopes(Database database, EnvelopeFiles files, Clock clock) {
        this.database = database;
        this.files = files;
        this.clock = clock;
    }

    public Optional<StoredEnvelope> find(Sha256 sha256) throws TryAgain {
        return database.read(handle -> EnvelopeRows.find(handle, sha256));
    }

    /**
     * The envelope, where its bytes lie on the disk with the right sizes: only that is receipted (rule R1). What was erased
     * counts as held, so that no phone keeps or sends it for us.
     */
    public Optional<StoredEnvelope> held(Sha256 sha256) throws TryAgain {
        return database.read(handle -> held(handle, sha256));
    }

    /** @param isHeld as {@link #held} says it; a row may stand whose bytes are gone */
    public record Found(Sha256 sha256, Optional<StoredEnvelope> row, boolean isHeld) {
        public Optional<StoredEnvelope> held() {
            return isHeld ? row : Optional.empty();
        }
    }

    public Found look(Sha256 sha256) throws TryAgain {
        return database.read(handle -> {
            Optional<StoredEnvelope> row = EnvelopeRows.find(handle, sha256);
            return new Found(sha256, row, held(handle, row).isPresent());
        });
    }

    /**
     * Keeps a small envelope whose hash the caller checked; durable when it returns. The one that is there already stays
     * as it is, also where several come at once; one whose bytes are gone gets a new position.
     */
    public StoredEnvelope keep(Sha256 sha256, byte[] bytes, String device, boolean emergency) throws TryAgain {
        Found found = look(sha256);
        Optional<StoredEnvelope> held = found.held();
        return held.isPresent() ? held.get() : keep(found, bytes, device, emergency);
    }

    /** What was found not to be held just now. */
    public StoredEnvelope keep(Found found, byte[] bytes, String device, boolean emergency) throws TryAgain {
        Sha256 sha256 = found.sha256();
        files.put(sha256.hex(), bytes, bytes.length);
        return database.together(handle -> {
            // A sweep may have taken an older file of this name, and this one with it.
            requireFile(sha256.hex(), bytes.length);
            return EnvelopeRows.add(
                    handle,
                    sha256,
                    bytes.length,
                    device,
                    EnvelopeRows.lane(emergency),
                    false,
                    clock.instant(),
                    found.row());
        });
    }

    /**
     * Whether the envelope was given this position, or was erased since. Where not, an older copy of the store came back
     * after a phone got that receipt (rule R8), and another may have the position now.
     */
    public boolean gave(long position, Sha256 sha256) throws TryAgain {
        return database.read(handle -> Erased.isNamed(handle, sha256)
                || EnvelopeRows.find(handle, sha256)
                        .filter(envelope -> envelope.position() == position)
                        .isPresent());
    }

    /** In the order of their positions, at most so many, beginning after this position. */
    public List<StoredEnvelope> since(long position, int most) throws TryAgain {
        return database.read(handle -> handle.createQuery(
                        EnvelopeRows.ALL + "where position > :position order by position limit :most")
                .bind("position", position)
                .bind("most", most)
                .map(EnvelopeRows::row)
                .list());
    }

    /** Counts what came after this position. */
    public Arrivals arrivedAfter(long position) throws TryAgain {
        return database.read(handle -> handle.createQuery(
                        "select count(*) as envelopes, count(case lane when 'emergency' then 1 end) as emergencies,"
                                + " min(received_at) as oldest, min(case lane when 'emergency' then received_at end) as"
                                + " oldest_emergency from envelopes where position > :position")
                .bind("position", position)
                .map((row, context) -> new Arrivals(
                        row.getInt("envelopes"),
                        row.getInt("emergencies"),
                        EnvelopeRows.instant(row, "oldest"),
                        EnvelopeRows.instant(row, "oldest_emergency")))
                .one());
    }

    /** The sealed bytes from the first to the last, streamed. {@code TryAgain("sealed-bytes-missing")}. */
    public InputStream open(StoredEnvelope envelope) throws TryAgain {
        if (!envelope.inParts()) {
            return files.open(envelope.sha256().hex());
        }
        return LateFile.joined(files, database.read(handle -> Parts.files(handle, envelope.sha256())));
    }

    /** All bytes of a small envelope. */
    public byte[] read(StoredEnvelope envelope) throws TryAgain {
        try (InputStream in = open(envelope)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new TryAgain("disk-unreadable", e);
        }
    }

    Optional<StoredEnvelope> held(Handle handle, Sha256 sha256) throws TryAgain {
        return held(handle, EnvelopeRows.find(handle, sha256));
    }

    Optional<StoredEnvelope> held(Handle handle, Optional<StoredEnvelope> found) throws TryAgain {
        boolean counts =
                found.isPresent() && (Erased.isNamed(handle, found.get().sha256()) || isHere(handle, found.get()));
        return counts ? found : Optional.empty();
    }

    private boolean isHere(Handle handle, StoredEnvelope envelope) throws TryAgain {
        if (!envelope.inParts()) {
            return hasFile(envelope.sha256().hex(), envelope.size());
        }
        long here = 0;
        for (Parts.Part part : Parts.whole(handle, envelope.sha256())) {
            if (!hasFile(part.file(), part.length())) {
                return false;
            }
            here += part.length();
        }
        return here == envelope.size();
    }

    boolean hasFile(String name, long size) throws TryAgain {
        return files.size(name).equals(OptionalLong.of(size));
    }

    private void requireFile(String name, long size) throws TryAgain {
        if (!hasFile(name, size)) {
            throw new TryAgain("store-busy");
        }
    }
}
