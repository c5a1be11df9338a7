package org.umbral.clinic.receive;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.umbral.clinic.store.Devices;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.Failure;
import org.umbral.shared.Sha256;
import org.umbral.shared.TryAgain;
import org.umbral.shared.wire.Problem;
import org.umbral.shared.wire.Wire;

/** Which phone asks: its upload token is the device's id, a dot and a secret, of which the clinic keeps the hash. */
final class Access {
    private static final String BEARER = "Bearer ";
    private static final Duration HEARD_AT_MOST_EVERY = Duration.ofMinutes(1);

    private final Devices devices;
    private final Turns turns;
    private final Clock clock;

    Access(Devices devices, Turns turns, Clock clock) {
        this.devices = devices;
        this.turns = turns;
        this.clock = clock;
    }

    /** What a phone may ask once it is known. */
    @FunctionalInterface
    interface Route {
        void serve(Context http, String device) throws Failure, IOException;
    }

    /** The route behind the token, in the phone's turn. */
    Handler forPhones(Route route) {
        return http -> {
            String device = require(http);
            turns.begin(device);
            try {
                route.serve(http, device);
            } finally {
                turns.end(device);
            }
        };
    }

    /** The phone's id; {@code AskThePerson} with {@code unknown-token} or {@code revoked}. */
    private String require(Context http) throws AskThePerson, TryAgain {
        String header = Optional.ofNullable(http.header(Wire.AUTHORIZATION)).orElse("");
        String token = header.startsWith(BEARER) ? header.substring(BEARER.length()) : "";
        int dot = token.indexOf('.');
        String id = token.substring(0, Math.max(0, dot));
        Sha256 secret = Sha256.ofText(token.substring(dot + 1));
        Devices.Known device = known(id);
        if (!same(device.tokenHash(), secret)) {
            throw new AskThePerson(Problem.UNKNOWN_TOKEN);
        }
        requireNotRevoked(device);
        heard(device);
        return id;
    }

    /** Of a phone whose token was checked when the request began. */
    void requireStill(String id) throws AskThePerson, TryAgain {
        requireNotRevoked(known(id));
    }

    private Devices.Known known(String id) throws AskThePerson, TryAgain {
        return devices.known(id).orElseThrow(() -> new AskThePerson(Problem.UNKNOWN_TOKEN));
    }

    private static void requireNotRevoked(Devices.Known device) throws AskThePerson {
        if (device.isRevoked()) {
            throw new AskThePerson(Problem.REVOKED);
        }
    }

    private void heard(Devices.Known device) throws TryAgain {
        Instant now = clock.instant();
        Instant since = device.lastHeard().orElse(Instant.MIN);
        if (since.isBefore(now.minus(HEARD_AT_MOST_EVERY))) {
            devices.heard(device.id(), now);
        }
    }

    /** Takes as long for every pair of hashes. */
    private static boolean same(Sha256 one, Sha256 other) {
        byte[] a = one.raw();
        byte[] b = other.raw();
        int differs = 0;
        for (int i = 0; i < Sha256.BYTES; i++) {
            differs |= a[i] ^ b[i];
        }
        return differs == 0;
    }
}
