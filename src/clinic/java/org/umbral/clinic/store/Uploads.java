package org.umbral.clinic.store;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.umbral.shared.GiveUp;
import org.umbral.shared.Sha256;
import org.umbral.shared.TryAgain;

/**
 * Evidence that is on its way, as parts that are never joined. Life: {@link #begin} → {@link #append} until nothing is
 * missing → {@link #finish} makes it a whole envelope, or {@link #drop} and {@link #expire} forget it. A part counts
 * only where it begins at the byte that is missing next. Each belongs to one phone: no other adds to it or ends it, and
 * the first that is whole ends those of the others. Thread-safe.
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
    public record Half(UploadId id, long size, long offset, Instant touched) {}

    /** What a sender says when it begins one. */
    public record Announced(UploadId id, long size, boolean emergency) {}

    /**
     * Begins an upload, or returns the one that there is, which may have another size. Nothing is missing of one that is
     * held whole; one that was whole and whose bytes are gone begins at its first byte.
     */
    public Half begin(Announced announced) throws TryAgain {
        return database.together(handle -> {
            Optional<StoredEnvelope> held = envelopes.held(handle, announced.id.sha256());
            if (held.isPresent()) {
                return new Half(announced.id, held.get().size(), held.get().size(), clock.instant());
            }
            return begin(handle, announced);
        });
    }

    private Half begin(Handle handle, Announced announced) {
        Optional<Half> there = find(handle, announced.id);
        if (there.isPresent()) {
            return there.get();
        }
        forgetOlder(handle, announced.id.sha256());
        announced
                .id
                .bind(handle.createUpdate("insert into uploads (sha256, device, size, lane, touched_at)"
                        + " values (:sha256, :device, :size, :lane, :now)"))
                .bind("size", announced.size)
                .bind("lane", EnvelopeRows.lane(announced.emergency))
                .bind("now", clock.millis())
                .execute();
        return new Half(announced.id, announced.size, 0, Instant.ofEpochMilli(clock.millis()));
    }

    /** Of one that was whole and whose bytes are gone, unless some phone brings it again. */
    private static void forgetOlder(Handle handle, Sha256 sha256) {
        boolean isOnItsWay = handle.createQuery("select exists (select 1 from uploads where sha256 = :sha256)")
                .bind("sha256", sha256.hex())
                .mapTo(Boolean.class)
                .one();
        if (!isOnItsWay) {
            Parts.forget(handle, sha256);
        }
    }

    public Optional<Half> find(UploadId id) throws TryAgain {
        return database.read(handle -> find(handle, id));
    }

    /** How many half uploads a device began, how many bytes all of them still lack, and how many came today. */
    public record Counted(int begun, long missing, long today) {}

    /** As it is at one moment: what is not missing any more came. */
    public Counted counted(String device) throws TryAgain {
        return database.read(handle -> Statements.one(
                handle,
                row -> new Counted(row.getInt(1), row.getLong(2), row.getLong(3)),
                "select count(*), coalesce(sum(size - (select coalesce(sum(length), 0) from parts where"
                        + " parts.sha256 = uploads.sha256 and parts.device = uploads.device)), 0),"
                        + Usage.OF_DAY + " from uploads where device = ?",
                device,
                Usage.day(clock.instant()),
                device));
    }

    /** How many files an upload lies in. */
    public int parts(UploadId id) throws TryAgain {
        return database.read(handle -> id.bind(handle.createQuery("select count(*) from parts where" + UploadId.IS))
                .mapTo(Integer.class)
                .one());
    }

    /** A place for the bytes of the next part as they come; the caller closes it, or gives it to {@link #append}. */
    public EnvelopeFiles.Arriving arriving(Sha256 sha256) throws TryAgain {
        return files.begin(sha256.hex() + "." + names.get());
    }

    /** Keeps bytes that are all there as the next part, of an upload that was begun. */
    public void append(UploadId id, long start, byte[] bytes, int length) throws TryAgain {
        try (EnvelopeFiles.Arriving part = arriving(id.sha256())) {
            part.add(bytes, length);
            append(id, start, part, Optional.empty());
        }
    }

    /**
     * Keeps the next part; durable when it returns. {@code TryAgain("offset-differs")} where another part came first
     * or the upload is gone; then this one leaves nothing behind.
     *
     * @param announced begins the upload with its first part
     */
    public void append(UploadId id, long start, EnvelopeFiles.Arriving part, Optional<Announced> announced)
            throws TryAgain {
        part.keep();
        boolean taken = together(part, handle -> {
            boolean begins = start == 0 && announced.isPresent();
            if (begins && envelopes.held(handle, id.sha256()).isEmpty()) {
                begin(handle, announced.get());
            }
            if (begun(handle, id).isEmpty() || !isNext(handle, id, start, part)) {
                return false;
            }
            add(handle, id, start, part);
            id.bind(handle.createUpdate("update uploads set touched_at = :now where" + UploadId.IS))
                    .bind("now", clock.millis())
                    .execute();
            return true;
        });
        if (!taken) {
            files.delete(part.name());
            throw new TryAgain("offset-differs");
        }
    }

    /**
     * Keeps the last part and makes the whole an envelope, in one step. The caller saw every byte, from the first to the
     * last, and found the hash to be the one that names it. Otherwise as {@link #append}.
     */
    public StoredEnvelope complete(UploadId id, long start, EnvelopeFiles.Arriving part, Optional<Announced> announced)
            throws TryAgain {
        part.keep();
        List<String> needless = new ArrayList<>();
        Optional<StoredEnvelope> whole = together(part, handle -> {
            List<Announced> onTheirWay = onTheirWay(handle, id.sha256());
            Optional<Announced> begun = of(onTheirWay, id);
            Announced it = begun.or(() -> announced).orElse(null);
            Optional<StoredEnvelope> before = EnvelopeRows.find(handle, id.sha256());
            if (it == null || envelopes.held(handle, before).isPresent()) {
                return Optional.empty();
            }
            if (begun.isEmpty() && before.isPresent()) {
                forgetOlder(handle, id.sha256());
            }
            // Of what has no row of either kind there are no parts.
            boolean first = begun.isEmpty() && before.isEmpty() && start == 0;
            boolean fits = first ? envelopes.hasFile(part.name(), part.length()) : isNext(handle, id, start, part);
            if (!fits || it.size != start + part.length()) {
                return Optional.empty();
            }
            add(handle, id, start, part);
            StoredEnvelope made = whole(handle, it);
            needless.addAll(endAll(handle, made, onTheirWay));
            return Optional.of(made);
        });
        delete(needless);
        if (whole.isPresent()) {
            return whole.get();
        }
        files.delete(part.name());
        return envelopes.held(id.sha256()).orElseThrow(() -> new TryAgain("offset-differs"));
    }

    /** After a commit that failed nobody knows whether it stands: the part's file stays where a row names it. */
    private <T> T together(EnvelopeFiles.Arriving part, HandleCallback<T, TryAgain> work) throws TryAgain {
        try {
            return database.together(work);
        } catch (TryAgain | RuntimeException e) {
            try {
                if (!database.read(handle -> Parts.isNamed(handle, part.name()))) {
                    files.delete(part.name());
                }
            } catch (TryAgain | RuntimeException swept) {
                e.addSuppressed(swept);
            }
            throw e;
        }
    }

    private boolean isNext(Handle handle, UploadId id, long start, EnvelopeFiles.Arriving part) throws TryAgain {
        return Parts.length(handle, id) == start && envelopes.hasFile(part.name(), part.length());
    }

    private void add(Handle handle, UploadId id, long start, EnvelopeFiles.Arriving part) {
        Parts.add(handle, id, start, part.length(), part.name());
        Usage.add(handle, id.device(), part.length(), clock.instant());
    }

    /**
     * Reads every part back and makes the whole an envelope if its hash is the one it is named by. {@code
     * GiveUp("hash-differs")} otherwise, also where a restored backup lacks a part: then all of it is dropped, and the
     * sender begins anew. {@code TryAgain("offset-differs")} where another request dropped it, or began it anew.
     */
    public StoredEnvelope finish(UploadId id) throws TryAgain, GiveUp {
        Sha256 sha256 = id.sha256();
        List<String> parts = database.read(handle -> Parts.files(handle, id));
        if (envelopes.held(sha256).isEmpty() && !isWhole(parts, sha256)) {
            dropWrong(id, parts);
            throw new GiveUp("hash-differs");
        }
        List<String> needless = new ArrayList<>();
        StoredEnvelope whole = database.transaction(handle -> {
            Optional<StoredEnvelope> held = envelopes.held(handle, sha256);
            if (held.isEmpty() && !Parts.files(handle, id).equals(parts)) {
                throw new TryAgain("store-busy");
            }
            StoredEnvelope made = held.isPresent()
                    ? held.get()
                    : whole(handle, begun(handle, id).orElseThrow(() -> new TryAgain("store-busy")));
            needless.addAll(endAll(handle, made, onTheirWay(handle, sha256)));
            return made;
        });
        delete(needless);
        return whole;
    }

    /** No upload of it is left, nor any part but those that it lies in; returns the files of the others. */
    private static List<String> endAll(Handle handle, StoredEnvelope whole, List<Announced> ended) {
        List<String> needless = new ArrayList<>();
        for (Announced one : ended) {
            if (!whole.inParts() || !one.id.device().equals(whole.device())) {
                needless.addAll(Parts.files(handle, one.id));
                Parts.forget(handle, one.id);
            }
        }
        if (!ended.isEmpty()) {
            handle.execute(
                    "delete from uploads where sha256 = ?", whole.sha256().hex());
        }
        return needless;
    }

    /** Forgets a half upload and its parts; a whole envelope stays. */
    public void drop(UploadId id) throws TryAgain {
        delete(database.transaction(handle -> forget(handle, id)));
    }

    /** @param uncounted bytes that came last and were not kept: they count for the day as all others do */
    public void drop(UploadId id, long uncounted) throws TryAgain {
        delete(database.transaction(handle -> {
            Usage.add(handle, id.device(), uncounted, clock.instant());
            return forget(handle, id);
        }));
    }

    /** Only if these parts, which were read and found wrong, are still all that it is to be. */
    private void dropWrong(UploadId id, List<String> parts) throws TryAgain {
        delete(database.transaction(handle -> {
            boolean complete = begun(handle, id)
                    .filter(it -> it.size == Parts.length(handle, id))
                    .isPresent();
            if (!complete || !Parts.files(handle, id).equals(parts)) {
                throw new TryAgain("offset-differs");
            }
            return forget(handle, id);
        }));
    }

    /** Returns the files of its parts, which no row names any more. */
    private static List<String> forget(Handle handle, UploadId id) {
        boolean half = id.bind(handle.createUpdate("delete from uploads where" + UploadId.IS))
                        .execute()
                > 0;
        List<String> names = half ? Parts.files(handle, id) : List.of();
        if (half) {
            Parts.forget(handle, id);
        }
        return names;
    }

    private void delete(List<String> parts) throws TryAgain {
        for (String part : parts) {
            files.delete(part);
        }
    }

    /** Drops every half upload that got nothing since then; returns how many. */
    public int expire(Instant untouchedSince) throws TryAgain {
        List<UploadId> old = database.read(handle -> handle.createQuery(
                        "select sha256, device from uploads where touched_at < :since")
                .bind("since", untouchedSince.toEpochMilli())
                .map((row, context) -> new UploadId(new Sha256(row.getString(1)), row.getString(2)))
                .list());
        for (UploadId id : old) {
            drop(id);
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
                upload.id.sha256(),
                upload.size,
                upload.id.device(),
                EnvelopeRows.lane(upload.emergency),
                true,
                clock.instant());
    }

    private static Optional<Announced> begun(Handle handle, UploadId id) {
        return of(onTheirWay(handle, id.sha256()), id);
    }

    private static Optional<Announced> of(List<Announced> all, UploadId id) {
        return all.stream().filter(one -> one.id.equals(id)).findFirst();
    }

    /** Of every phone that brings it. */
    private static List<Announced> onTheirWay(Handle handle, Sha256 sha256) {
        return Statements.list(
                handle,
                row -> new Announced(
                        new UploadId(sha256, row.getString(1)),
                        row.getLong(2),
                        row.getString(3).equals(EnvelopeRows.lane(true))),
                "select device, size, lane from uploads where sha256 = ?",
                sha256.hex());
    }

    private static Optional<Half> find(Handle handle, UploadId id) {
        return Statements.first(
                handle,
                row -> new Half(id, row.getLong(1), row.getLong(3), Instant.ofEpochMilli(row.getLong(2))),
                "select size, touched_at, (select coalesce(sum(length), 0) from parts where parts.sha256 ="
                        + " uploads.sha256 and parts.device = uploads.device) from uploads where sha256 = ? and device = ?",
                id.sha256().hex(),
                id.device());
    }
}
