package org.umbral.shared.secret;

import java.util.Base64;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.umbral.shared.Sha256;

/** The public half of an Ed25519 key (RFC 8032), written as base64url without padding (43 characters). */
public record VerifyingKey(String text) {
    public VerifyingKey {
        if (decode(text).length != SigningKey.BYTES) {
            throw new IllegalArgumentException("an Ed25519 key has 32 bytes");
        }
    }

    public static VerifyingKey of(byte[] raw) {
        return new VerifyingKey(Base64.getUrlEncoder().withoutPadding().encodeToString(raw));
    }

    public boolean verify(byte[] message, byte[] signature) {
        try {
            Ed25519Signer signer = new Ed25519Signer();
            signer.init(false, new Ed25519PublicKeyParameters(raw()));
            signer.update(message, 0, message.length);
            return signer.verifySignature(signature);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    public byte[] raw() {
        return decode(text);
    }

    /** What a QR or a telephone call carries of this key: the first 16 bytes of its SHA-256. */
    public byte[] print() {
        return Sha256.of(raw()).print();
    }

    private static byte[] decode(String text) {
        return Base64.getUrlDecoder().decode(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
