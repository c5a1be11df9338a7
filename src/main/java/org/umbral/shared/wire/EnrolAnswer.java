package org.umbral.shared.wire;

import java.util.List;
import org.umbral.shared.Bound;
import org.umbral.shared.envelope.SignedDocument;

/**
 * What a phone needs from then on. The phone checks the signing key against the invitation's print, and every document
 * against the signing key.
 *
 * @param clinic id of the clinic, named by every entry
 * @param device id that the clinic gave this phone
 * @param person id of the worker whom the invitation was made for
 * @param token the upload token: delivers and fetches sealed bytes, nothing else
 * @param signingKey the clinic's Ed25519 key, base64url
 * @param documents clinic, receipt key, identity, TLS keys, policy, catalogue
 */
@Bound
public record EnrolAnswer(
        String clinic,
        String device,
        String person,
        String token,
        int signingKeyNumber,
        String signingKey,
        List<SignedDocument> documents) {
    public EnrolAnswer {
        documents = List.copyOf(documents);
    }

    @Override
    public String toString() {
        return "EnrolAnswer[" + device + "]";
    }
}
