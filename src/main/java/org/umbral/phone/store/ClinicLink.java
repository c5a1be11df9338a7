package org.umbral.phone.store;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.umbral.shared.Bound;
import org.umbral.shared.secret.SealingKey;
import org.umbral.shared.secret.VerifyingKey;

/**
 * What stands outside the vault about the clinic, so that mail leaves while it is shut: nothing here opens anything.
 *
 * @param addresses tried in order
 * @param token the upload token
 * @param tlsPrints base64url of the first 16 bytes of the SHA-256 of each accepted TLS public key
 * @param tlsHostName a publicly certified clinic's name instead of prints
 * @param revoked the clinic refused the token: the queue is kept until the phone joins again
 */
@Bound
public record ClinicLink(
        String clinic,
        String clinicName,
        String device,
        String person,
        List<String> addresses,
        String token,
        List<String> tlsPrints,
        @Nullable String tlsHostName,
        int signingKeyNumber,
        String signingKey,
        String receiptKey,
        int identityNumber,
        String identity,
        String emergencyTelephone,
        boolean revoked) {
    public VerifyingKey clinicSigningKey() {
        return new VerifyingKey(signingKey);
    }

    public VerifyingKey clinicReceiptKey() {
        return new VerifyingKey(receiptKey);
    }

    public SealingKey clinicIdentity() {
        return new SealingKey(identity);
    }

    public ClinicLink asRevoked() {
        return new ClinicLink(
                clinic,
                clinicName,
                device,
                person,
                addresses,
                token,
                tlsPrints,
                tlsHostName,
                signingKeyNumber,
                signingKey,
                receiptKey,
                identityNumber,
                identity,
                emergencyTelephone,
                true);
    }

    @Override
    public String toString() {
        return "ClinicLink";
    }
}
