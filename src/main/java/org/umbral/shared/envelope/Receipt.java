package org.umbral.shared.envelope;

import org.umbral.shared.Bound;
import org.umbral.shared.GiveUp;
import org.umbral.shared.Sha256;
import org.umbral.shared.secret.SigningKey;
import org.umbral.shared.secret.VerifyingKey;

/**
 * The clinic's word that exactly these sealed bytes are on its disk (rule R1 of design §5).
 *
 * @param sha256 of the envelope, 64 hexadecimal digits
 * @param size in bytes
 * @param epoch names one life of the clinic's store; a restored backup begins another
 * @param position grows with every envelope of an epoch; gaps are possible
 * @param time the clinic's clock, ISO 8601 in UTC; shown to people, orders nothing
 */
@Bound
public record Receipt(int format, String sha256, long size, String epoch, long position, String time) {
    public static final int FORMAT = 1;

    public SignedDocument sign(SigningKey receiptKey) {
        return SignedDocument.sign(DocumentKind.RECEIPT, SignedDocument.RECEIPT_KEY, this, receiptKey);
    }

    /** {@code GiveUp("signature-does-not-hold")} where the receipt key did not sign it or it is about other bytes. */
    public static Receipt verified(SignedDocument document, VerifyingKey receiptKey, Sha256 about) throws GiveUp {
        Receipt receipt = document.verified(DocumentKind.RECEIPT, Receipt.class, receiptKey);
        if (receipt.format != FORMAT || !receipt.sha256.equals(about.hex())) {
            throw new GiveUp("signature-does-not-hold");
        }
        return receipt;
    }
}
