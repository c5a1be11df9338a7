package org.umbral.clinic.enrol;

import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.umbral.shared.Sha256;
import org.umbral.shared.envelope.Documents;
import org.umbral.shared.wire.Invitation;

/**
 * Where phones find the clinic and how they know it.
 *
 * @param urls one to three, each {@code https://host:port}
 * @param tlsKeys SHA-256 of each accepted TLS public key (SubjectPublicKeyInfo); empty for a publicly certified clinic
 * @param hostName of a publicly certified clinic
 */
public record Addresses(
        List<String> urls, List<Sha256> tlsKeys, @Nullable String hostName) {
    public Addresses {
        urls = List.copyOf(urls);
        tlsKeys = List.copyOf(tlsKeys);
    }

    Documents.TlsKeys document() {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        List<String> prints =
                tlsKeys.stream().map(key -> base64.encodeToString(key.print())).toList();
        return new Documents.TlsKeys(1, prints, hostName);
    }

    List<List<Byte>> prints() {
        return tlsKeys.stream().map(key -> Invitation.print(key.print())).toList();
    }
}
