package org.umbral.clinic;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A port that stays free until somebody listens there. It lies below those that a machine gives out by itself (from 32,768
 * with Linux, from 49,152 elsewhere; RFC 6335), which any program's next connection may take. Safe for use by any thread.
 */
public final class FreePort {
    private static final int LOWEST = 20_000;
    private static final int COUNT = 12_000;
    // Processes that start together begin far from each other: of the numbers up to 12,000 no two share a beginning.
    private static final int STEP = 7919;
    private static final AtomicInteger NEXT =
            new AtomicInteger((int) (ProcessHandle.current().pid() * STEP % COUNT));

    private FreePort() {}

    /** Another one with each call, until all were given once. */
    public static int take() {
        for (int tried = 0; tried < COUNT; tried++) {
            int port = LOWEST + Math.floorMod(NEXT.getAndIncrement(), COUNT);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("a machine has a free port");
    }

    private static boolean isFree(int port) {
        try (ServerSocket tried = new ServerSocket(port)) {
            return tried.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
