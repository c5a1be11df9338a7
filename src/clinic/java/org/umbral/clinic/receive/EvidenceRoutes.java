package org.umbral.clinic.receive;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.umbral.clinic.store.ClinicStore;
import org.umbral.clinic.store.StoredEnvelope;
import org.umbral.clinic.store.UploadId;
import org.umbral.clinic.store.Uploads;
import org.umbral.shared.Failure;
import org.umbral.shared.GiveUp;
import org.umbral.shared.TryAgain;
import org.umbral.shared.envelope.Envelope;
import org.umbral.shared.wire.Problem;
import org.umbral.shared.wire.Wire;

/**
 * tus 1.0 (core, creation, creation-with-upload, expiration, termination) at {@code /v1/evidence/<sha256>}: the address
 * is known before the upload exists, and creation may be repeated. Bytes are streamed; a body that breaks off keeps what
 * arrived.
 */
final class EvidenceRoutes {
    private static final int READ_BYTES = 32 * 1024;

    private final ClinicStore store;
    private final OpenUploads open;
    private final Access access;
    private final Receipts receipts;
    private final Quotas quotas;
    private final Clock clock;

    EvidenceRoutes(ClinicStore store, Access access, Receipts receipts, Quotas quotas, Clock clock) {
        this.store = store;
        this.open = new OpenUploads(store.uploads(), clock);
        this.access = access;
        this.receipts = receipts;
        this.quotas = quotas;
        this.clock = clock;
    }

    void options(Context http) {
        http.header("Tus-Version", Wire.TUS_VERSION)
                .header("Tus-Extension", "creation,creation-with-upload,expiration,termination")
                .header("Tus-Max-Size", Integer.toString(Envelope.MAX_EVIDENCE_BYTES))
                .status(204);
    }

    void create(Context http, String device) throws Failure, IOException {
        UploadId id = upload(http, device);
        long size = number(http, Wire.UPLOAD_LENGTH);
        if (size < 1) {
            throw new GiveUp(Problem.BAD_REQUEST);
        }
        if (size > Envelope.MAX_EVIDENCE_BYTES) {
            throw new GiveUp(Problem.TOO_LARGE);
        }
        http.header("Location", http.path());
        Found found = find(id);
        if (found.whole.isPresent()) {
            finished(http, found.whole.get()).status(200);
            return;
        }
        Uploads.Announced announced = new Uploads.Announced(id, size, EnvelopeRoutes.isEmergency(http));
        if (found.half.isPresent()) {
            goOn(http, announced);
        } else {
            begin(http, announced);
        }
        http.status(201);
    }

    /** It is open before the quota is looked at, so that of many that begin at once each counts for the others. */
    private void begin(Context http, Uploads.Announced announced) throws Failure, IOException {
        Pieces pieces = open.begin(announced);
        try {
            requireWithinQuota(announced.id().device());
            long brings = carriesBytes(http) ? http.req().getContentLengthLong() : 0;
            if (brings > announced.size()) {
                throw new GiveUp(Problem.TOO_LARGE);
            }
            if (brings > 0) {
                take(http, new Uploads.Half(announced.id(), announced.size(), 0, clock.instant()), pieces);
            } else {
                goOn(http, announced);
            }
        } finally {
            open.end(announced.id(), pieces);
        }
    }

    private void goOn(Context http, Uploads.Announced announced) throws Failure, IOException {
        Uploads.Half half = store.uploads().begin(announced);
        if (half.size() != announced.size()) {
            beginsAnew(half.id());
        }
        if (carriesBytes(http) && half.offset() == 0) {
            take(http, half);
        } else {
            state(http, half);
        }
    }

    void head(Context http, String device) throws Failure {
        UploadId id = upload(http, device);
        http.header("Cache-Control", "no-store").status(200);
        Found found = find(id);
        if (found.whole.isEmpty()) {
            state(http, found.requireHalf());
        } else {
            finished(http, found.whole.get());
        }
    }

    void patch(Context http, String device) throws Failure, IOException {
        UploadId id = upload(http, device);
        if (!carriesBytes(http)) {
            throw new GiveUp("not-offset-octets");
        }
        long offset = number(http, Wire.UPLOAD_OFFSET);
        Found found = find(id);
        if (found.whole.isPresent()) {
            if (offset != found.whole.get().size()) {
                throw new TryAgain(Problem.OFFSET_DIFFERS);
            }
            finished(http, found.whole.get()).status(204);
            return;
        }
        Uploads.Half half = found.requireHalf();
        if (half.offset() != offset) {
            throw new TryAgain(Problem.OFFSET_DIFFERS);
        }
        take(http, half);
        http.status(204);
    }

    void delete(Context http, String device) throws Failure {
        UploadId id = upload(http, device);
        Found found = find(id);
        if (found.whole.isPresent()) {
            throw new GiveUp("already-delivered");
        }
        found.requireHalf();
        store.uploads().drop(id);
        http.status(204);
    }

    /** Never "too large" of what was announced by another request: whoever has the phone's token may have said that size. */
    private void beginsAnew(UploadId id) throws TryAgain {
        store.uploads().drop(id);
        throw new TryAgain(Problem.OFFSET_DIFFERS);
    }

    private void take(Context http, Uploads.Half half) throws Failure, IOException {
        boolean fits = http.req().getContentLengthLong() <= half.size() - half.offset();
        if (!fits || store.uploads().parts(half.id()) >= quotas.parts()) {
            beginsAnew(half.id());
        }
        if (store.usage().bytesToday(half.id().device()) >= quotas.bytesPerDay()) {
            throw new TryAgain(Problem.TOO_MUCH);
        }
        take(http, half, open.begin(half.id(), half.offset()));
    }

    private void take(Context http, Uploads.Half half, Pieces pieces) throws Failure, IOException {
        long missing = half.size() - half.offset();
        long came = 0;
        Optional<StoredEnvelope> whole;
        try (InputStream in = http.bodyInputStream()) {
            byte[] some = new byte[READ_BYTES];
            for (int n = in.read(some); n >= 0; n = in.read(some)) {
                came += n;
                if (came > missing) {
                    throw new TryAgain(Problem.OFFSET_DIFFERS);
                }
                pieces.add(some, n);
            }
            // It may have been revoked meanwhile.
            access.requireStill(half.id().device());
            whole = pieces.end();
        } finally {
            open.end(half.id(), pieces);
        }
        if (whole.isPresent()) {
            finished(http, whole.get());
            return;
        }
        state(http, new Uploads.Half(half.id(), half.size(), half.offset() + came, half.touched()));
    }

    /** Tells the offset; an upload with nothing missing becomes whole here, also after a crash in between. */
    private void state(Context http, Uploads.Half half) throws TryAgain, GiveUp {
        if (half.offset() == half.size()) {
            finished(http, store.uploads().finish(half.id()));
            return;
        }
        http.header(Wire.UPLOAD_OFFSET, Long.toString(half.offset()))
                .header(Wire.UPLOAD_LENGTH, Long.toString(half.size()))
                .header(
                        "Upload-Expires",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                half.touched().plus(Wire.HALF_UPLOAD_KEPT).atOffset(ZoneOffset.UTC)));
    }

    private Context finished(Context http, StoredEnvelope whole) {
        return http.header(Wire.UPLOAD_OFFSET, Long.toString(whole.size()))
                .header(Wire.UPLOAD_LENGTH, Long.toString(whole.size()))
                .header(Wire.RECEIPT, receipts.header(whole));
    }

    /** What is on disk under a name, whole or not. */
    private record Found(Optional<StoredEnvelope> whole, Optional<Uploads.Half> half) {
        Uploads.Half requireHalf() throws GiveUp {
            return half.orElseThrow(() -> new GiveUp(Problem.NOT_FOUND));
        }
    }

    /** Takes over first: the older request may have brought the last byte just now. */
    private Found find(UploadId id) throws TryAgain {
        Optional<Uploads.Half> half = open.takeOver(id);
        return new Found(store.envelopes().held(id.sha256()), half);
    }

    /** This phone's own: another's of the same name is neither seen nor touched. */
    private static UploadId upload(Context http, String device) throws GiveUp {
        if (!Wire.TUS_VERSION.equals(http.header(Wire.TUS_RESUMABLE))) {
            http.header("Tus-Version", Wire.TUS_VERSION);
            throw new GiveUp("tus-version");
        }
        return new UploadId(EnvelopeRoutes.name(http), device);
    }

    /** What this request announces is among what is open. */
    private void requireWithinQuota(String device) throws TryAgain {
        OpenUploads.Unstored announced = open.unstored(device);
        Uploads.Counted stored = store.uploads().counted(device);
        long bytes = stored.today() + stored.missing() + announced.bytes();
        if (bytes > quotas.bytesPerDay() || stored.begun() + announced.count() > quotas.halfUploads()) {
            throw new TryAgain(Problem.TOO_MUCH);
        }
    }

    private static boolean carriesBytes(Context http) {
        return Wire.OFFSET_OCTETS.equals(http.contentType());
    }

    private static long number(Context http, String header) throws GiveUp {
        try {
            return Long.parseLong(Optional.ofNullable(http.header(header)).orElse(""));
        } catch (NumberFormatException e) {
            throw new GiveUp(Problem.BAD_REQUEST);
        }
    }
}
