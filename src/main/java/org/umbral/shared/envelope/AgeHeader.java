package org.umbral.shared.envelope;

import com.exceptionfactory.jagged.FileKey;
import com.exceptionfactory.jagged.RecipientStanza;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.umbral.shared.Bug;
import org.umbral.shared.GiveUp;
import org.umbral.shared.secret.OpeningKey;
import org.umbral.shared.secret.SealingKey;

/**
 * The header of an age v1 file: who can open it, and a code over that made with the file's key. It is written anew for
 * another recipient without touching what is sealed.
 */
final class AgeHeader {
    private static final String VERSION = "age-encryption.org/v1";
    private static final String END = "---";
    private static final int MOST_BYTES = 64 * 1024;
    private static final int MAC_BYTES = 32;
    private static final int FILE_KEY_BYTES = 16;

    private final List<Stanza> stanzas;
    private final byte[] signed;
    private final byte[] mac;

    private AgeHeader(List<Stanza> stanzas, byte[] signed, byte[] mac) {
        this.stanzas = stanzas;
        this.signed = signed;
        this.mac = mac;
    }

    /** Reads up to the first byte of the payload; {@code GiveUp("sealed-bytes-damaged")} where it is none. */
    static AgeHeader read(InputStream in) throws IOException, GiveUp {
        List<String> lines = lines(in);
        String last = lines.get(lines.size() - 1);
        try {
            List<Stanza> stanzas = stanzas(lines.subList(0, lines.size() - 1));
            String all = String.join("\n", lines);
            String signed = all.substring(0, all.length() - last.length() + END.length());
            byte[] mac = Base64.getDecoder().decode(last.substring(END.length() + 1));
            if (!last.equals(END + " " + Stanza.base64(mac))) {
                throw new GiveUp("sealed-bytes-damaged");
            }
            return new AgeHeader(stanzas, ascii(signed), mac);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new GiveUp("sealed-bytes-damaged");
        }
    }

    private static List<String> lines(InputStream in) throws IOException, GiveUp {
        List<String> lines = new ArrayList<>();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int read = 0; read < MOST_BYTES; read++) {
            int b = in.read();
            if (b < 0) {
                break;
            }
            if (b != '\n') {
                line.write(b);
                continue;
            }
            lines.add(line.toString(StandardCharsets.ISO_8859_1));
            line.reset();
            if (!lines.get(0).equals(VERSION)) {
                break;
            }
            if (lines.get(lines.size() - 1).startsWith(END)) {
                return lines;
            }
        }
        throw new GiveUp("sealed-bytes-damaged");
    }

    private static List<Stanza> stanzas(List<String> lines) {
        List<Stanza> stanzas = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).startsWith("-> ") && i + 1 < lines.size()) {
                List<String> words = List.of(lines.get(i).substring(3).split(" ", -1));
                boolean ours = words.get(0).equals(X25519Recipient.TYPE);
                byte[] body = ours ? Base64.getDecoder().decode(lines.get(i + 1)) : new byte[0];
                stanzas.add(new Stanza(words.get(0), words.subList(1, words.size()), body));
            }
        }
        return stanzas;
    }

    /** The file's key; {@code GiveUp("not-sealed-to-this-key")}. */
    Unwrapped unwrap(List<OpeningKey> keys) throws GiveUp {
        for (OpeningKey key : keys) {
            for (Stanza stanza : stanzas) {
                if (stanza.type().equals(X25519Recipient.TYPE)
                        && stanza.arguments().size() == 1) {
                    byte[] fileKey = unwrap(key, stanza);
                    if (fileKey.length == FILE_KEY_BYTES) {
                        return new Unwrapped(checked(fileKey));
                    }
                }
            }
        }
        throw new GiveUp("not-sealed-to-this-key");
    }

    private static byte[] unwrap(OpeningKey key, Stanza stanza) {
        byte[] scalar = key.raw();
        try {
            byte[] share = Base64.getDecoder().decode(stanza.arguments().get(0));
            return new X25519Recipient(key.sealingKey().raw()).unwrap(scalar, share, stanza.body());
        } catch (GeneralSecurityException | IllegalArgumentException notForThisKey) {
            return new byte[0];
        } finally {
            Arrays.fill(scalar, (byte) 0);
        }
    }

    private byte[] checked(byte[] fileKey) throws GiveUp {
        if (!Arrays.equals(mac, mac(fileKey, signed))) {
            Arrays.fill(fileKey, (byte) 0);
            throw new GiveUp("sealed-bytes-damaged");
        }
        return fileKey;
    }

    /** A file's key in the clear, until it is wrapped again. */
    record Unwrapped(byte[] fileKey) {
        /** A whole header for one recipient; wipes the key. */
        byte[] wrappedFor(SealingKey to) {
            try {
                StringBuilder header = new StringBuilder(VERSION).append('\n');
                for (RecipientStanza stanza :
                        new X25519Recipient(to.raw()).getRecipientStanzas(new FileKey(fileKey.clone()))) {
                    header.append("-> ").append(stanza.getType());
                    stanza.getArguments().forEach(word -> header.append(' ').append(word));
                    header.append('\n').append(Stanza.base64(stanza.getBody())).append('\n');
                }
                header.append(END);
                String mac = Stanza.base64(mac(fileKey, ascii(header.toString())));
                return ascii(header.append(' ').append(mac).append('\n').toString());
            } catch (GeneralSecurityException e) {
                throw new Bug("a checked recipient can be sealed to", e);
            } finally {
                Arrays.fill(fileKey, (byte) 0);
            }
        }

        @Override
        public String toString() {
            return "Unwrapped";
        }
    }

    private static byte[] mac(byte[] fileKey, byte[] signed) {
        byte[] key = new byte[MAC_BYTES];
        HKDFBytesGenerator hkdf = new HKDFBytesGenerator(new SHA256Digest());
        hkdf.init(new HKDFParameters(fileKey, new byte[0], ascii("header")));
        hkdf.generateBytes(key, 0, MAC_BYTES);
        HMac hmac = new HMac(new SHA256Digest());
        hmac.init(new KeyParameter(key));
        hmac.update(signed, 0, signed.length);
        byte[] mac = new byte[MAC_BYTES];
        hmac.doFinal(mac, 0);
        Arrays.fill(key, (byte) 0);
        return mac;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
