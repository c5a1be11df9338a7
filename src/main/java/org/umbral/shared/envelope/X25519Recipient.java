package org.umbral.shared.envelope;

import com.exceptionfactory.jagged.FileKey;
import com.exceptionfactory.jagged.RecipientStanza;
import com.exceptionfactory.jagged.RecipientStanzaWriter;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Cipher;
import org.bouncycastle.crypto.CryptoServicesRegistrar;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.bouncycastle.math.ec.rfc7748.X25519;

/**
 * Wraps a file's key to one recipient, as the age v1 specification says of the X25519 type. Jagged's own does the same with
 * the JDK's curve, which on Java 17 takes a good part of what a save may take; this one takes a tenth of that.
 */
record X25519Recipient(byte[] point) implements RecipientStanzaWriter {
    static final String TYPE = "X25519";
    private static final byte[] LABEL = "age-encryption.org/v1/X25519".getBytes(StandardCharsets.US_ASCII);
    private static final int KEY_BYTES = 32;

    @Override
    public Iterable<RecipientStanza> getRecipientStanzas(FileKey fileKey) throws GeneralSecurityException {
        byte[] once = new byte[X25519.SCALAR_SIZE];
        byte[] share = new byte[X25519.POINT_SIZE];
        byte[] plain = fileKey.getEncoded();
        try {
            X25519.generatePrivateKey(CryptoServicesRegistrar.getSecureRandom(), once);
            X25519.generatePublicKey(once, 0, share, 0);
            byte[] body = cipher(Cipher.ENCRYPT_MODE, once, point, share, plain);
            return List.of(new Stanza(TYPE, List.of(Stanza.base64(share)), body));
        } finally {
            Arrays.fill(once, (byte) 0);
            Arrays.fill(plain, (byte) 0);
        }
    }

    /** The file key that was wrapped for this recipient, with its secret half; an error of the cipher where it was not. */
    byte[] unwrap(byte[] scalar, byte[] share, byte[] body) throws GeneralSecurityException {
        return share.length == X25519.POINT_SIZE
                ? cipher(Cipher.DECRYPT_MODE, scalar, share, share, body)
                : new byte[0];
    }

    private byte[] cipher(int mode, byte[] scalar, byte[] other, byte[] share, byte[] bytes)
            throws GeneralSecurityException {
        byte[] secret = new byte[X25519.POINT_SIZE];
        byte[] wrapping = new byte[KEY_BYTES];
        try {
            if (!X25519.calculateAgreement(scalar, 0, other, 0, secret, 0)) {
                throw new InvalidKeyException("a recipient of low order");
            }
            derive(secret, share, wrapping);
            return Stanza.cipher(mode, wrapping, bytes);
        } finally {
            Arrays.fill(secret, (byte) 0);
            Arrays.fill(wrapping, (byte) 0);
        }
    }

    private void derive(byte[] secret, byte[] share, byte[] wrapping) {
        byte[] salt = Arrays.copyOf(share, share.length + point.length);
        System.arraycopy(point, 0, salt, share.length, point.length);
        HKDFBytesGenerator hkdf = new HKDFBytesGenerator(new SHA256Digest());
        hkdf.init(new HKDFParameters(secret, salt, LABEL));
        hkdf.generateBytes(wrapping, 0, KEY_BYTES);
    }
}
