package org.umbral.shared.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.umbral.shared.GiveUp;
import org.umbral.shared.secret.SealingKey;

/**
 * What the QR carries, or a person pastes or types: all that a phone has to know of a clinic before it trusts it.
 *
 * @param addresses one to three, each {@code https://host:port} (plain {@code http} on loopback only), tried in order
 * @param code one-time, 10 characters of Crockford's alphabet
 * @param identity the age recipient that everything is sealed to
 * @param signingPrint first 16 bytes of the SHA-256 of the clinic's signing key
 * @param receiptPrint the same of its receipt key
 * @param emergencyTelephone to call where something urgent is not delivered
 * @param tlsPrints first 16 bytes of the SHA-256 of each accepted TLS public key (SubjectPublicKeyInfo); empty where
 *     {@code tlsHostName} names a publicly certified clinic
 */
public record Invitation(
        List<String> addresses,
        String code,
        SealingKey identity,
        int identityNumber,
        List<Byte> signingPrint,
        List<Byte> receiptPrint,
        String emergencyTelephone,
        List<List<Byte>> tlsPrints,
        @Nullable String tlsHostName) {
    /** The most characters of {@link #text()}. */
    public static final int MAX_CHARACTERS = 500;

    public Invitation {
        addresses = List.copyOf(addresses);
        signingPrint = List.copyOf(signingPrint);
        receiptPrint = List.copyOf(receiptPrint);
        tlsPrints = tlsPrints.stream().map(List::copyOf).toList();
    }

    /** The text of the QR: upper-case letters and digits, so that the QR stays small. */
    public String text() {
        return InvitationText.write(this);
    }

    /** The same in groups of five with spaces, to read out, paste or type. */
    public String groupedText() {
        return InvitationText.grouped(text());
    }

    /**
     * Reads what was scanned, pasted or typed, in any case and spacing. {@code GiveUp("invitation-mistyped")} where its
     * check does not hold, {@code GiveUp("invitation-unknown")} where it is of another kind or version.
     */
    public static Invitation parse(String text) throws GiveUp {
        return InvitationText.read(text);
    }

    public static List<Byte> print(byte[] print) {
        Byte[] boxed = new Byte[print.length];
        for (int i = 0; i < print.length; i++) {
            boxed[i] = print[i];
        }
        return List.of(boxed);
    }

    /** The code is a secret until it is used. */
    @Override
    public String toString() {
        return "Invitation";
    }
}
