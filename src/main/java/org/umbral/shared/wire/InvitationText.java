package org.umbral.shared.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.umbral.shared.GiveUp;
import org.umbral.shared.Sha256;
import org.umbral.shared.secret.SealingKey;

/**
 * The text of an {@link Invitation}: {@code UMBRAL1} and Crockford base32 of a version byte, parts (tag, length, bytes)
 * and four check bytes (the start of the SHA-256 of all before). Unknown tags are passed over, so that a later version
 * can say more.
 */
final class InvitationText {
    private static final String START = "UMBRAL1";
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int VERSION = 1;
    private static final int CHECK_BYTES = 4;
    private static final int GROUP = 5;

    private static final int ADDRESS = 1;
    private static final int CODE = 2;
    private static final int IDENTITY = 3;
    private static final int IDENTITY_NUMBER = 4;
    private static final int SIGNING = 5;
    private static final int RECEIPT = 6;
    private static final int TELEPHONE = 7;
    private static final int TLS_PRINT = 8;
    private static final int TLS_HOST = 9;

    private InvitationText() {}

    static String write(Invitation invitation) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(VERSION);
        invitation.addresses().forEach(address -> part(out, ADDRESS, utf8(address)));
        part(out, CODE, utf8(invitation.code()));
        part(out, IDENTITY, invitation.identity().raw());
        part(out, IDENTITY_NUMBER, new byte[] {(byte) invitation.identityNumber()});
        part(out, SIGNING, bytes(invitation.signingPrint()));
        part(out, RECEIPT, bytes(invitation.receiptPrint()));
        part(out, TELEPHONE, utf8(invitation.emergencyTelephone()));
        invitation.tlsPrints().forEach(print -> part(out, TLS_PRINT, bytes(print)));
        if (invitation.tlsHostName() != null) {
            part(out, TLS_HOST, utf8(invitation.tlsHostName()));
        }
        out.writeBytes(Arrays.copyOf(Sha256.of(out.toByteArray()).raw(), CHECK_BYTES));
        String text = START + base32(out.toByteArray());
        if (text.length() > Invitation.MAX_CHARACTERS) {
            throw new IllegalArgumentException("an invitation has at most 500 characters: shorten the addresses");
        }
        return text;
    }

    static String grouped(String text) {
        StringBuilder grouped = new StringBuilder(START);
        for (int i = START.length(); i < text.length(); i += GROUP) {
            grouped.append(' ').append(text, i, Math.min(text.length(), i + GROUP));
        }
        return grouped.toString();
    }

    static Invitation read(String typed) throws GiveUp {
        String plain = typed.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "");
        if (!plain.startsWith(START)) {
            throw new GiveUp("invitation-unknown");
        }
        byte[] all = unbase32(plain.substring(START.length())
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1'));
        int end = all.length - CHECK_BYTES;
        if (end < 1
                || !Arrays.equals(
                        Arrays.copyOf(Sha256.of(Arrays.copyOf(all, end)).raw(), CHECK_BYTES),
                        Arrays.copyOfRange(all, end, all.length))) {
            throw new GiveUp("invitation-mistyped");
        }
        if (all[0] != VERSION) {
            throw new GiveUp("invitation-unknown");
        }
        try {
            return parts(Arrays.copyOfRange(all, 1, end));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new GiveUp("invitation-unknown");
        }
    }

    private static Invitation parts(byte[] bytes) {
        List<String> addresses = new ArrayList<>();
        List<List<Byte>> tlsPrints = new ArrayList<>();
        byte[][] single = new byte[TLS_HOST + 1][];
        for (int at = 0; at < bytes.length; at += 2 + (bytes[at + 1] & 0xFF)) {
            int tag = bytes[at];
            byte[] value = Arrays.copyOfRange(bytes, at + 2, at + 2 + (bytes[at + 1] & 0xFF));
            if (tag == ADDRESS) {
                addresses.add(text(value));
            } else if (tag == TLS_PRINT) {
                tlsPrints.add(Invitation.print(value));
            } else if (tag > 0 && tag <= TLS_HOST) {
                single[tag] = value;
            }
        }
        return new Invitation(
                addresses,
                text(required(single[CODE])),
                SealingKey.of(required(single[IDENTITY])),
                required(single[IDENTITY_NUMBER])[0] & 0xFF,
                Invitation.print(required(single[SIGNING])),
                Invitation.print(required(single[RECEIPT])),
                text(required(single[TELEPHONE])),
                tlsPrints,
                single[TLS_HOST] == null ? null : text(single[TLS_HOST]));
    }

    private static byte[] required(byte @Nullable [] part) {
        if (part == null || part.length == 0) {
            throw new IllegalArgumentException("a part is missing");
        }
        return part;
    }

    private static void part(ByteArrayOutputStream out, int tag, byte[] value) {
        if (value.length > 255) {
            throw new IllegalArgumentException("a part of an invitation has at most 255 bytes");
        }
        out.write(tag);
        out.write(value.length);
        out.writeBytes(value);
    }

    private static String base32(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int bits = 0;
        int held = 0;
        for (byte b : bytes) {
            held = held << 8 | b & 0xFF;
            for (bits += 8; bits >= 5; bits -= 5) {
                text.append(ALPHABET.charAt(held >> bits - 5 & 31));
            }
            held &= (1 << bits) - 1;
        }
        return bits == 0
                ? text.toString()
                : text.append(ALPHABET.charAt(held << 5 - bits & 31)).toString();
    }

    private static byte[] unbase32(String text) throws GiveUp {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int bits = 0;
        int held = 0;
        for (int i = 0; i < text.length(); i++) {
            int five = ALPHABET.indexOf(text.charAt(i));
            if (five < 0) {
                throw new GiveUp("invitation-mistyped");
            }
            held = (held << 5 | five) & 0xFFFF;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                out.write(held >> bits & 0xFF);
            }
        }
        return out.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(List<Byte> list) {
        byte[] bytes = new byte[list.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = list.get(i);
        }
        return bytes;
    }
}
