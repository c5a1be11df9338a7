package org.umbral.clinic.receive;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.Optional;
import org.umbral.clinic.store.ClinicStore;
import org.umbral.clinic.store.Envelopes;
import org.umbral.clinic.store.StoredEnvelope;
import org.umbral.shared.Failure;
import org.umbral.shared.GiveUp;
import org.umbral.shared.Sha256;
import org.umbral.shared.TryAgain;
import org.umbral.shared.envelope.Envelope;
import org.umbral.shared.wire.Problem;
import org.umbral.shared.wire.Wire;

/** {@code PUT /v1/envelopes/<sha256>}. */
final class EnvelopeRoutes {
    private final ClinicStore store;
    private final Receipts receipts;
    private final Quotas quotas;
    private final EmergencyAlert alert;

    EnvelopeRoutes(ClinicStore store, Receipts receipts, Quotas quotas, EmergencyAlert alert) {
        this.store = store;
        this.receipts = receipts;
        this.quotas = quotas;
        this.alert = alert;
    }

    void put(Context http, String device) throws Failure, IOException {
        Sha256 sha256 = name(http);
        byte[] body = Body.read(http, Envelope.MAX_BYTES);
        if (!Sha256.of(body).equals(sha256)) {
            throw new GiveUp(Problem.HASH_DIFFERS);
        }
        Envelopes.Found found = store.envelopes().look(sha256);
        Optional<StoredEnvelope> held = found.held();
        if (held.isPresent()) {
            Body.answer(http, 200, receipts.of(held.get()));
            return;
        }
        if (store.usage().bytesToday(device) + body.length > quotas.bytesOfWords()) {
            throw new TryAgain(Problem.TOO_MUCH);
        }
        boolean emergency = isEmergency(http);
        StoredEnvelope kept = store.envelopes().keep(found, body, device, emergency);
        Body.answer(http, 201, receipts.of(kept));
        if (emergency) {
            alert.arrived();
        }
    }

    static boolean isEmergency(Context http) {
        return Wire.LANE_EMERGENCY.equals(http.header(Wire.LANE));
    }

    static Sha256 name(Context http) throws GiveUp {
        String hex = http.pathParam("sha256");
        if (!Sha256.isHex(hex)) {
            throw new GiveUp(Problem.BAD_REQUEST);
        }
        return new Sha256(hex);
    }
}
