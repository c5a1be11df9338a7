package org.umbral.shared.envelope;

import com.exceptionfactory.jagged.FileKey;
import com.exceptionfactory.jagged.RecipientStanza;
import com.exceptionfactory.jagged.RecipientStanzaWriter;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Cipher;
import org.bouncycastle.crypto.CryptoServicesRegistrar;
import org.bouncycastle.crypto.generators.SCrypt;

/** Wraps a file's key to a passphrase, as the age v1 specification says of the scrypt type. */
record ScryptRecipient(byte[] passphrase) implements RecipientStanzaWriter {
    private static final String TYPE = "scrypt";
    private static final byte[] LABEL = "age-encryption.org/v1/scrypt".getBytes(StandardCharsets.US_ASCII);
    private static final int SALT_BYTES = 16;
    private static final int KEY_BYTES = 32;
    /** 32 MiB and a tenth of a second. */
    private static final int LOG_WORK = 15;

    private static final int BLOCK = 8;

    @Override
    public Iterable<RecipientStanza> getRecipientStanzas(FileKey fileKey) throws GeneralSecurityException {
        byte[] salt = new byte[SALT_BYTES];
        CryptoServicesRegistrar.getSecureRandom().nextBytes(salt);
        byte[] labelled = Arrays.copyOf(LABEL, LABEL.length + SALT_BYTES);
        System.arraycopy(salt, 0, labelled, LABEL.length, SALT_BYTES);
        byte[] wrapping = SCrypt.generate(passphrase, labelled, 1 << LOG_WORK, BLOCK, 1, KEY_BYTES);
        byte[] plain = fileKey.getEncoded();
        try {
            byte[] body = Stanza.cipher(Cipher.ENCRYPT_MODE, wrapping, plain);
            return List.of(new Stanza(TYPE, List.of(Stanza.base64(salt), Integer.toString(LOG_WORK)), body));
        } finally {
            Arrays.fill(wrapping, (byte) 0);
            Arrays.fill(plain, (byte) 0);
        }
    }
}
