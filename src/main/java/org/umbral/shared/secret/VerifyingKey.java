package org.umbral.shared.secret;

import java.util.Base64;
import java.util.Locale;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.umbral.shared.Sha256;

/** The public half of an Ed25519 key (RFC 8032), written as base64url without padding (43 characters). */
public record VerifyingKey(String text) {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int SPOKEN_BITS = 50;

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

    /**
     * What two people compare over the telephone: the first ten characters of the print in Crockford's alphabet (50 bits), in
     * two groups of five.
     */
    public String spoken() {
        byte[] print = print();
        StringBuilder code = new StringBuilder();
        for (int bit = 0; bit < SPOKEN_BITS; bit += 5) {
            int two = (print[bit / 8] & 0xFF) << 8 | print[bit / 8 + 1] & 0xFF;
            code.append(ALPHABET.charAt(two >> 11 - bit % 8 & 31));
        }
        return code.insert(5, '-').toString();
    }

    /** Whether somebody typed this key's {@link #spoken}, in any case and spacing, with O for 0 and I or L for 1. */
    public boolean isSpokenAs(String typed) {
        String plain = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Pd}]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return plain.equals(spoken().replace("-", ""));
    }

    private static byte[] decode(String text) {
        return Base64.getUrlDecoder().decode(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
