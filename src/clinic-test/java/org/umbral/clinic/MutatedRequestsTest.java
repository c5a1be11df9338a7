package org.umbral.clinic;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.umbral.testing.MutatedRequests;

/** What a browser or a careless typist sends is answered, whatever is wrong with it. */
class MutatedRequestsTest {
    private static final int LINES = 200;
    private static final int REQUESTS = 1500;

    @ParameterizedTest
    @MethodSource("org.umbral.testing.Seeds#fifty")
    void wrongLinesAreReadOrRefused(long seed) {
        MutatedRequests.machineReadableLines(seed, LINES);
    }

    @Test
    void noWrongCookieFormOrPartBringsThePagesDown() {
        long seed = new Random().nextLong();
        System.out.println("mutated requests: seed " + seed);
        try (MutatedRequests requests = new MutatedRequests()) {
            requests.hold(seed, REQUESTS);
        }
    }
}
