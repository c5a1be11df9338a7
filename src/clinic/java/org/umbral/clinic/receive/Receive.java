package org.umbral.clinic.receive;

import io.javalin.config.RoutesConfig;
import java.time.Clock;
import java.util.function.LongSupplier;
import org.umbral.clinic.store.ClinicStore;
import org.umbral.shared.TryAgain;
import org.umbral.shared.wire.Wire;

/**
 * Takes sealed bytes from phones and gives receipts, holds their mail ready, tells what is held. Knows nothing of what
 * the bytes say. A receipt leaves only when the bytes are on disk and their hash was checked there. Failures are thrown
 * out of the routes; the server turns them into problems. Thread-safe.
 */
public final class Receive {
    private static final String NAMED = "{sha256}";

    private final ClinicStore store;
    private final Clock clock;
    private final EnvelopeRoutes envelopes;
    private final EvidenceRoutes evidence;
    private final ControlRoutes control;
    private final Access access;

    /** @param nanos a clock that only goes forward */
    public Receive(
            ClinicStore store,
            ReceiptSigner signer,
            Quotas quotas,
            EmergencyAlert alert,
            Clock clock,
            LongSupplier nanos) {
        this.store = store;
        this.clock = clock;
        Turns turns = new Turns(quotas.pace(), nanos);
        access = new Access(store.devices(), turns, clock);
        Receipts receipts = new Receipts(store.state(), signer);
        envelopes = new EnvelopeRoutes(store, receipts, quotas, alert);
        evidence = new EvidenceRoutes(store, access, receipts, quotas, clock);
        control = new ControlRoutes(store, turns, receipts, clock);
    }

    public void addTo(RoutesConfig routes) {
        routes.put(Wire.ENVELOPES + NAMED, access.forPhones(envelopes::put));
        routes.post(Wire.HAVE, access.forPhones(control::have));
        routes.get(Wire.MAIL, access.forPhones(control::mail));
        routes.before(Wire.EVIDENCE + NAMED, http -> http.header(Wire.TUS_RESUMABLE, Wire.TUS_VERSION));
        routes.options(Wire.EVIDENCE + NAMED, evidence::options);
        routes.options(Wire.EVIDENCE_OPTIONS, evidence::options);
        routes.post(Wire.EVIDENCE + NAMED, access.forPhones(evidence::create));
        routes.head(Wire.EVIDENCE + NAMED, access.forPhones(evidence::head));
        routes.patch(Wire.EVIDENCE + NAMED, access.forPhones(evidence::patch));
        routes.delete(Wire.EVIDENCE + NAMED, access.forPhones(evidence::delete));
    }

    /**
     * Drops half uploads that got nothing for 30 days, and files that no row names; to be called at the start and about
     * once a day. Returns how many uploads.
     */
    public int expire() throws TryAgain {
        int expired = store.uploads().expire(clock.instant().minus(Wire.HALF_UPLOAD_KEPT));
        store.leftovers().sweep();
        return expired;
    }
}
