package org.umbral.clinic.store;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.umbral.shared.GiveUp;
import org.umbral.shared.Sha256;
import org.umbral.shared.TryAgain;

/**
 * Evidence that is on its way, as parts that are never joined. Life: {@link #begin} → {@link #append} until nothing is
 * missing → {@link #finish} makes it a whole envelope, or {@link #drop} and {@link #expire} forget it. A part counts
 * only where it begins at the byte that is missing next, whoever brings it. Thread-safe.
 */
public final class Uploads {
    private final Database database;
    private final EnvelopeFiles files;
    private final Envelopes envelopes;
    private final Clock clock;
    private final Supplier<UUID> names;

    /** @param names gives each part a name that no other has */
    public Uploads(Database database, EnvelopeFiles files, Envelopes envelopes, Clock clock, Supplier<UUID> names) {
        this.database = database;
        this.files = files;
        this.envelopes = envelopes;
        this.clock = clock;
        this.names = names;
    }

    /** One upload: how many of its bytes are on disk, from the first without a gap. */
    public record Half(Sha256 sha256, long size, long offset, Instant touched) {}

    /** What a sender says when it begins one. */
    public record Announced(Sha256 sha256, long size, String device, boolean emergency) {}

    /**
     * Begins an upload, or returns the one that there is, which may have another size. Nothing is missing of one that is
     * held whole; one that was whole and whose bytes are gone begins at its first byte.
     */
    public Half begin(Announced announced) throws TryAgain {
        return database.together(handle -> {
            Optional<StoredEnvelope> held = envelopes.held(handle, announced.sha256);
            if (held.isPresent()) {
                return new Half(announced.sha256, held.get().size(), held.get().size(), clock.instant());
            }
            return begin(handle, announced);
        });
    }

    private Half begin(Handle handle, Announced announced) {
        Optional<Half> there = find(handle, announced.sha256);
        if (there.isPresent()) {
            return there.get();
        }
        Parts.forget(handle, announced.sha256);
        handle.createUpdate("insert into uploads (sha256, size, device, lane, touched_at)"
                        + " values (:sha256, :size, :device, :lane, :now)")
                .bind("sha256", announced.sha256.hex())
                .bind("size", announced.size)
                .bind("device", announced.device)
                .bind("lane", EnvelopeRows.lane(announced.emergency))
                .bind("now", clock.millis())
                .execute();
        return new Half(announced.sha256, announced.size, 0, Instant.ofEpochMilli(clock.millis()));
    }

    public Optional<Half> find(Sha256 sha256) throws TryAgain {
        return database.read(handle -> find(handle, sha256));
    }

    /** How many half uploads a device began, and how many bytes all of them still lack. */
    public record OnTheWay(int count, long missing) {}

    public OnTheWay onTheWay(String device) throws TryAgain {
        return database.read(handle -> handle.createQuery(
                        "select count(*), coalesce(sum(size - (select coalesce(sum(length), 0) from parts where"
                                + " parts.sha256 = uploads.sha256)), 0) from uploads where device = :device")
                .bind("device", device)
                .map((row, context) -> new OnTheWay(row.getInt(1), row.getLong(2)))
                .one());
    }

    /** How many files an upload lies in. */
    public int parts(Sha256 sha256) throws TryAgain {
        return database.read(handle -> handle.createQuery("select count(*) from parts where sha256 = :sha256")
                .bind("sha256", sha256.hex())
                .mapTo(Integer.class)
                .one());
    }

    /** A place for the bytes of the next part as they come; the caller closes it, or gives it to {@link #append}. */
    public EnvelopeFiles.Arriving arriving(Sha256 sha256) throws TryAgain {
        return files.begin(sha256.hex() + "." + names.get());
    }

    /** Keeps bytes that are all there as the next part, of an upload that was begun. */
    public void append(Sha256 sha256, long start, byte[] bytes, int length) throws TryAgain {
        try (EnvelopeFiles.Arriving part = arriving(sha256)) {
            part.add(bytes, length);
            append(sha256, start, part, Optional.empty());
        }
    }

    /**
     * Keeps the next part; durable when it returns. {@code TryAgain("offset-differs")} where another part came first
     * or the upload is gone; then this one leaves nothing behind.
     *
     * @param announced begins the upload with its first part
     */
    public void append(Sha256 sha256, long start, EnvelopeFiles.Arriving part, Optional<Announced> announced)
            throws TryAgain {
        part.keep();
        boolean taken = database.together(handle -> {
            if (start == 0
                    && announced.isPresent()
                    && envelopes.held(handle, sha256).isEmpty()) {
                begin(handle, announced.get());
            }
            Optional<Announced> begun = begun(handle, sha256);
            if (begun.isEmpty() || !isNext(handle, begun.get(), start, part)) {
                return false;
            }
            add(handle, begun.get(), start, part);
            handle.createUpdate("update uploads set touched_at = :now where sha256 = :sha256")
                    .bind("now", clock.millis())
                    .bind("sha256", sha256.hex())
                    .execute();
            return true;
        });
        // Not after a failed commit: nobody knows whether it stands.
        if (!taken) {
            files.delete(part.name());
            throw new TryAgain("offset-differs");
        }
    }

    /**
     * Keeps the last part and makes the whole an envelope, in one step. The caller saw every byte, from the first to the
     * last, and found the hash to be the one that names it. Otherwise as {@link #append}.
     */
    public StoredEnvelope complete(
            Sha256 sha256, long start, EnvelopeFiles.Arriving part, Optional<Announced> announced) throws TryAgain {
        part.keep();
        Optional<StoredEnvelope> whole = database.together(handle -> {
            Optional<Announced> begun = begun(handle, sha256);
            Announced it = begun.or(() -> announced).orElse(null);
            if (it == null || envelopes.held(handle, sha256).isPresent()) {
                return Optional.empty();
            }
            if (begun.isEmpty()) {
                Parts.forget(handle, sha256);
            }
            if (it.size != start + part.length() || !isNext(handle, it, start, part)) {
                return Optional.empty();
            }
            add(handle, it, start, part);
            if (begun.isPresent()) {
                end(handle, sha256);
            }
            return Optional.of(whole(handle, it));
        });
        if (whole.isPresent()) {
            return whole.get();
        }
        files.delete(part.name());
        return envelopes.held(sha256).orElseThrow(() -> new TryAgain("offset-differs"));
    }

    private boolean isNext(Handle handle, Announced upload, long start, EnvelopeFiles.Arriving part) throws TryAgain {
        return Parts.length(handle, upload.sha256) == start && envelopes.hasFile(part.name(), part.length());
    }

    private void add(Handle handle, Announced upload, long start, EnvelopeFiles.Arriving part) {
        Parts.add(handle, upload.sha256, start, part.length(), part.name());
        // Of who began it, whoever brings the rest.
        Usage.add(handle, upload.device, part.length(), clock.instant());
    }

    /**
     * Reads every part back and makes the whole an envelope if its hash is the one it is named by. {@code
     * GiveUp("hash-differs")} otherwise, also where a restored backup lacks a part: then all of it is dropped, and the
     * sender begins anew.
     */
    public StoredEnvelope finish(Sha256 sha256) throws TryAgain, GiveUp {
        List<String> parts = database.read(handle -> Parts.files(handle, sha256));
        if (envelopes.held(sha256).isEmpty() && !isWhole(parts, sha256)) {
            drop(sha256);
            throw new GiveUp("hash-differs");
        }
        return database.transaction(handle -> {
            Optional<StoredEnvelope> held = envelopes.held(handle, sha256);
            if (held.isEmpty() && !Parts.files(handle, sha256).equals(parts)) {
                throw new TryAgain("store-busy");
            }
            StoredEnvelope whole = held.isPresent()
                    ? held.get()
                    : whole(handle, begun(handle, sha256).orElseThrow(() -> new TryAgain("store-busy")));
            end(handle, sha256);
            return whole;
        });
    }

    /** Forgets a half upload and its parts; a whole envelope stays. */
    public void drop(Sha256 sha256) throws TryAgain {
        List<String> parts = database.transaction(handle -> {
            boolean half = end(handle, sha256);
            List<String> names = half ? Parts.files(handle, sha256) : List.<String>of();
            if (half) {
                Parts.forget(handle, sha256);
            }
            return names;
        });
        for (String part : parts) {
            files.delete(part);
        }
    }

    /** Drops every half upload that got nothing since then; returns how many. */
    public int expire(Instant untouchedSince) throws TryAgain {
        List<String> old =
                database.read(handle -> handle.createQuery("select sha256 from uploads where touched_at < :since")
                        .bind("since", untouchedSince.toEpochMilli())
                        .mapTo(String.class)
                        .list());
        for (String sha256 : old) {
            drop(new Sha256(sha256));
        }
        return old.size();
    }

    private boolean isWhole(List<String> parts, Sha256 sha256) throws TryAgain {
        try (InputStream in = LateFile.joined(files, parts)) {
            return Sha256.of(in).equals(sha256);
        } catch (IOException e) {
            if (e.getCause() instanceof TryAgain missing && missing.reason().equals("sealed-bytes-missing")) {
                return false;
            }
            throw new TryAgain("disk-unreadable", e);
        }
    }

    private StoredEnvelope whole(Handle handle, Announced upload) {
        return EnvelopeRows.put(
                handle,
                upload.sha256,
                upload.size,
                upload.device,
                EnvelopeRows.lane(upload.emergency),
                true,
                clock.instant());
    }

    private static boolean end(Handle handle, Sha256 sha256) {
        return handle.createUpdate("delete from uploads where sha256 = :sha256")
                        .bind("sha256", sha256.hex())
                        .execute()
                > 0;
    }

    private static Optional<Announced> begun(Handle handle, Sha256 sha256) {
        return handle.createQuery("select size, device, lane from uploads where sha256 = :sha256")
                .bind("sha256", sha256.hex())
                .map((row, context) -> new Announced(
                        sha256,
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3).equals(EnvelopeRows.lane(true))))
                .findOne();
    }

    private static Optional<Half> find(Handle handle, Sha256 sha256) {
        return handle.createQuery("select size, touched_at, (select coalesce(sum(length), 0) from parts"
                        + " where parts.sha256 = uploads.sha256) from uploads where sha256 = :sha256")
                .bind("sha256", sha256.hex())
                .map((row, context) ->
                        new Half(sha256, row.getLong(1), row.getLong(3), Instant.ofEpochMilli(row.getLong(2))))
                .findOne();
    }
}
