package org.umbral.bench;

import java.security.SecureRandom;
import org.umbral.testing.MutatedRequests;
import org.umbral.testing.MutatedTexts;

/** A million right inputs made wrong: none may end in anything but a declared failure. */
final class Mutating {
    private static final int CATALOGUES = 70_000;
    private static final int INVITATIONS = 450_000;
    private static final int LINES = 450_000;
    private static final int REQUESTS = 30_000;

    boolean run() throws Exception {
        long seed = new SecureRandom().nextLong();
        System.out.println("seed " + seed);
        print("invitations", INVITATIONS, Spread.nanos(() -> MutatedTexts.invitations(seed, INVITATIONS)));
        print("machine-readable lines", LINES, Spread.nanos(() -> MutatedRequests.machineReadableLines(seed, LINES)));
        print("catalogues", CATALOGUES, Spread.nanos(() -> MutatedTexts.catalogues(seed, CATALOGUES)));
        try (MutatedRequests requests = new MutatedRequests()) {
            print("requests of browsers", REQUESTS, Spread.nanos(() -> requests.hold(seed, REQUESTS)));
        }
        return true;
    }

    private static void print(String what, int count, long nanos) {
        System.out.printf("%-24s %,9d in %6.1f s, none ended otherwise%n", what, count, nanos / 1e9);
    }
}
