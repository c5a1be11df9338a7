package org.umbral.testing;

import com.exceptionfactory.jagged.FileKey;
import com.exceptionfactory.jagged.RecipientStanza;
import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.SCrypt;
import org.umbral.shared.GiveUp;
import org.umbral.shared.secret.OpeningKey;

/** Opens the key file of a copy by its passphrase, as the age command does: for tests that open hundreds. */
public final class AgeKeyFile {
    private static final String LABEL = "age-encryption.org/v1/scrypt";

    private AgeKeyFile() {}

    public static OpeningKey open(byte[] file, String passphrase) {
        try (ReadableByteChannel channel = new StandardDecryptingChannelFactory()
                .newDecryptingChannel(
                        Channels.newChannel(new ByteArrayInputStream(file)), List.of(new ByPassphrase(passphrase)))) {
            ByteBuffer plain = ByteBuffer.allocate(1024);
            while (channel.read(plain) >= 0) {
                continue;
            }
            String lines = new String(plain.array(), 0, plain.position(), StandardCharsets.US_ASCII);
            return OpeningKey.parse(lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .findFirst()
                    .orElseThrow());
        } catch (GeneralSecurityException | IOException | GiveUp e) {
            throw new AssertionError("the key file opens with its passphrase", e);
        }
    }

    private record ByPassphrase(String passphrase) implements RecipientStanzaReader {
        @Override
        public FileKey getFileKey(Iterable<RecipientStanza> stanzas) throws GeneralSecurityException {
            RecipientStanza stanza = stanzas.iterator().next();
            byte[] salt = Base64.getDecoder().decode(stanza.getArguments().get(0));
            byte[] label = LABEL.getBytes(StandardCharsets.US_ASCII);
            byte[] salted = ByteBuffer.allocate(label.length + salt.length)
                    .put(label)
                    .put(salt)
                    .array();
            int work = 1 << Integer.parseInt(stanza.getArguments().get(1));
            byte[] key = SCrypt.generate(passphrase.getBytes(StandardCharsets.US_ASCII), salted, work, 8, 1, 32);
            Cipher cipher = Cipher.getInstance("ChaCha20-Poly1305");
            cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "ChaCha20"), new IvParameterSpec(new byte[12]));
            return new FileKey(cipher.doFinal(stanza.getBody()));
        }
    }
}
