package org.umbral.clinic.receive;

import org.umbral.shared.envelope.Receipt;
import org.umbral.shared.envelope.SignedDocument;
import org.umbral.shared.secret.VerifyingKey;

/** Signs receipts, and nothing else, also while nobody is logged in. Thread-safe. */
public interface ReceiptSigner {
    SignedDocument sign(Receipt receipt);

    VerifyingKey verifyingKey();
}
