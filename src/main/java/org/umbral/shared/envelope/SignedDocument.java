package org.umbral.shared.envelope;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.umbral.shared.Bound;
import org.umbral.shared.GiveUp;
import org.umbral.shared.Json;
import org.umbral.shared.secret.SigningKey;
import org.umbral.shared.secret.VerifyingKey;

/**
 * JSON that somebody vouches for. The signature (Ed25519, base64url) is over {@code umbral <kind> 1}, a line feed and
 * the payload's bytes, so that a document of one kind is never taken for another.
 *
 * @param kind one of {@link DocumentKind}'s wire names
 * @param key the number of the signing key; 0 is the receipt key
 * @param payload JSON text, exactly as it was signed
 */
@Bound
public record SignedDocument(String kind, int key, String payload, String signature) {
    public static final int RECEIPT_KEY = 0;

    public static SignedDocument sign(DocumentKind kind, int keyNumber, Object payload, SigningKey key) {
        String text = Json.writeText(payload);
        String signature =
                Base64.getUrlEncoder().withoutPadding().encodeToString(key.sign(signedBytes(kind.wireName(), text)));
        return new SignedDocument(kind.wireName(), keyNumber, text, signature);
    }

    /** Reads the payload once the signature holds; {@code GiveUp("signature-does-not-hold")} where it does not. */
    public <T> T verified(DocumentKind expected, Class<T> type, VerifyingKey key) throws GiveUp {
        if (!kind.equals(expected.wireName()) || !holds(key)) {
            throw new GiveUp("signature-does-not-hold");
        }
        return Json.read(payload, type);
    }

    public boolean holds(VerifyingKey key) {
        try {
            return key.verify(signedBytes(kind, payload), Base64.getUrlDecoder().decode(signature));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static byte[] signedBytes(String kind, String payload) {
        return ("umbral " + kind + " 1\n" + payload).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "SignedDocument[" + kind + "]";
    }
}
