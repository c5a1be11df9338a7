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

    /**
     * Begins an upload, or returns the one that there is, which may have another size. Nothing is missing of one that is
     * held whole; one that was whole and whose bytes are gone begins at its first byte.
     */
    public Half begin(Sha256 sha256, long size, String device, boolean emergency) throws TryAgain {
        return database.transaction(handle -> {
            Optional<StoredEnvelope> held = envelopes.held(handle, sha256);
            if (held.isPresent()) {
                return new Half(sha256, held.get().size(), held.get().size(), clock.instant());
            }
            if (find(handle, sha256).isEmpty()) {
                Parts.forget(handle, sha256);
            }
            handle.createUpdate("insert into uploads (sha256, size, device, lane, touched_at)"
                            + " values (:sha256, :size, :device, :lane, :now) on conflict (sha256) do nothing")
                    .bind("sha256", sha256.hex())
                    .bind("size", size)
                    .bind("device", device)
                    .bind("lane", EnvelopeRows.lane(emergency))
                    .bind("now", clock.millis())
                    .execute();
            return find(handle, sha256).orElseThrow();
        });
    }

    public Optional<Half> find(Sha256 sha256) throws TryAgain {
        return database.read(handle -> find(handle, sha256));
    }

    /** How many half uploads this device began. */
    public int count(String device) throws TryAgain {
        return database.read(handle -> handle.createQuery("select count(*) from uploads where device = :device")
                .bind("device", device)
                .mapTo(Integer.class)
                .one());
    }

    /** How many bytes all of them still lack. */
    public long missing(String device) throws TryAgain {
        return database.read(handle -> handle.createQuery("select coalesce(sum(size - (select coalesce(sum(length), 0)"
                        + " from parts where parts.sha256 = uploads.sha256)), 0) from uploads where device = :device")
                .bind("device", device)
                .mapTo(Long.class)
                .one());
    }

    /** How many files an upload lies in. */
    public int parts(Sha256 sha256) throws TryAgain {
        return database.read(handle -> handle.createQuery("select count(*) from parts where sha256 = :sha256")
                .bind("sha256", sha256.hex())
                .mapTo(Integer.class)
                .one());
    }

    /**
     * Keeps the next part; durable when it returns. {@code TryAgain("offset-differs")} where another part came first
     * or the upload is gone; then this one leaves nothing behind.
     */
    public void append(Sha256 sha256, long start, byte[] bytes, int length) throws TryAgain {
        String file = sha256.hex() + "." + names.get();
        files.put(file, bytes, length);
        boolean taken = database.transaction(handle -> {
            boolean isNext =
                    find(handle, sha256).filter(half -> half.offset() == start).isPresent();
            if (!isNext || !envelopes.hasFile(file, length)) {
                return false;
            }
            Parts.add(handle, sha256, start, length, file);
            Usage.add(handle, sender(handle, sha256), length, clock.instant());
            handle.createUpdate("update uploads set touched_at = :now where sha256 = :sha256")
                    .bind("now", clock.millis())
                    .bind("sha256", sha256.hex())
                    .execute();
            return true;
        });
        // Not after a failed commit: nobody knows whether it stands.
        if (!taken) {
            files.delete(file);
            throw new TryAgain("offset-differs");
        }
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
            StoredEnvelope whole = held.isPresent() ? held.get() : whole(handle, sha256);
            handle.createUpdate("delete from uploads where sha256 = :sha256")
                    .bind("sha256", sha256.hex())
                    .execute();
            return whole;
        });
    }

    /** Forgets a half upload and its parts; a whole envelope stays. */
    public void drop(Sha256 sha256) throws TryAgain {
        List<String> parts = database.transaction(handle -> {
            boolean half = handle.createUpdate("delete from uploads where sha256 = :sha256")
                            .bind("sha256", sha256.hex())
                            .execute()
                    > 0;
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

    private StoredEnvelope whole(Handle handle, Sha256 sha256) throws TryAgain {
        Optional<StoredEnvelope> gone = EnvelopeRows.find(handle, sha256);
        return handle.createQuery("select size, device, lane from uploads where sha256 = :sha256")
                .bind("sha256", sha256.hex())
                .map((row, context) -> EnvelopeRows.add(
                        handle,
                        sha256,
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        true,
                        clock.instant(),
                        gone))
                .findOne()
                .orElseThrow(() -> new TryAgain("store-busy"));
    }

    /** Who began it, whoever brings the rest. */
    private static String sender(Handle handle, Sha256 sha256) {
        return handle.createQuery("select device from uploads where sha256 = :sha256")
                .bind("sha256", sha256.hex())
                .mapTo(String.class)
                .one();
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
