package org.umbral.clinic.web;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Where and for whom the pages answer.
 *
 * @param bind address to listen on; loopback unless a proxy stands before it
 * @param hosts host names that browsers may use beside the loopback names, without port: anything else is refused, so
 *     that no other site's name can be pointed here (DNS rebinding)
 * @param behindTls true where a proxy gives TLS: cookies are then {@code Secure}, and nobody counts as being on loopback
 * @param setUpCode printed on the console; with it a clinic can be set up from elsewhere than loopback
 * @param zone in which staff read times
 */
public record PagesSettings(
        String bind, List<String> hosts, boolean behindTls, Optional<String> setUpCode, ZoneId zone) {
    public PagesSettings {
        hosts = List.copyOf(hosts);
    }

    /** Plain HTTP for browsers on this machine. */
    public static PagesSettings loopback(ZoneId zone) {
        return new PagesSettings("127.0.0.1", List.of(), false, Optional.empty(), zone);
    }

    /** The code is a secret until the clinic is set up. */
    @Override
    public String toString() {
        return "PagesSettings[" + bind + "]";
    }
}
