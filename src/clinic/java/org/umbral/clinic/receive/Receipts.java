package org.umbral.clinic.receive;

import java.util.Base64;
import org.umbral.clinic.store.ClinicState;
import org.umbral.clinic.store.StoredEnvelope;
import org.umbral.shared.Json;
import org.umbral.shared.envelope.Receipt;
import org.umbral.shared.envelope.SignedDocument;

/** Receipts of the present epoch: made only of an envelope that the store already holds whole (rule R1). */
final class Receipts {
    private final ClinicState state;
    private final ReceiptSigner signer;

    Receipts(ClinicState state, ReceiptSigner signer) {
        this.state = state;
        this.signer = signer;
    }

    SignedDocument of(StoredEnvelope envelope) {
        return signer.sign(new Receipt(
                Receipt.FORMAT,
                envelope.sha256().hex(),
                envelope.size(),
                state.epoch(),
                envelope.position(),
                envelope.receivedAt().toString()));
    }

    /** As the header {@code Umbral-Receipt} carries it. */
    String header(StoredEnvelope envelope) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Json.write(of(envelope)));
    }
}
