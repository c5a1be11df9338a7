package org.umbral.phone.sync;

import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.umbral.phone.store.ClinicLink;
import org.umbral.shared.GiveUp;
import org.umbral.shared.wire.Invitation;

/**
 * Where the clinic is said to be, and what proves it over TLS.
 *
 * @param tlsPrints base64url; empty where the platform's checks and {@code tlsHostName} prove it
 */
record Peer(
        List<String> addresses,
        Set<String> tlsPrints,
        @Nullable String tlsHostName) {
    private static final Pattern LOOPBACK = Pattern.compile("localhost|::1|127(\\.\\d{1,3}){3}");

    Peer {
        addresses = List.copyOf(addresses);
        tlsPrints = Set.copyOf(tlsPrints);
    }

    static Peer of(ClinicLink link) {
        return new Peer(link.addresses(), Set.copyOf(link.tlsPrints()), link.tlsHostName());
    }

    static Peer of(Invitation invitation) {
        return new Peer(
                invitation.addresses(),
                invitation.tlsPrints().stream().map(Peer::text).collect(Collectors.toSet()),
                invitation.tlsHostName());
    }

    /** {@code GiveUp("not-the-clinic")} for anything but https, or http on loopback, which nobody else can listen to. */
    HttpUrl address(int index) throws GiveUp {
        HttpUrl url = HttpUrl.parse(addresses.get(index));
        if (url == null || (!url.isHttps() && !LOOPBACK.matcher(url.host()).matches())) {
            throw new GiveUp("not-the-clinic");
        }
        return url;
    }

    static String text(List<Byte> print) {
        byte[] bytes = new byte[print.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = print.get(i);
        }
        return text(bytes);
    }

    static String text(byte[] print) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(print);
    }
}
