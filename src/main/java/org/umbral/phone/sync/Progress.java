package org.umbral.phone.sync;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.umbral.shared.Sha256;

/**
 * A true picture of the carrying at one moment.
 *
 * @param sentBytes bytes of each item now under way that the clinic has confirmed, or that left within the last half second
 * @param nextTry when the next try starts by itself; empty where one is running or none is needed
 * @param lastContact when the clinic last answered
 * @param bytesPerSecond what the link lately carried; empty where that is not known
 * @param photosWait the worker wants words only to go
 */
public record Progress(
        LinkState state,
        Map<Sha256, Long> sentBytes,
        Optional<Instant> nextTry,
        Optional<Instant> lastContact,
        OptionalLong bytesPerSecond,
        boolean photosWait) {
    public Progress(
            LinkState state, Map<Sha256, Long> sentBytes, Optional<Instant> nextTry, Optional<Instant> lastContact) {
        this(state, sentBytes, nextTry, lastContact, OptionalLong.empty(), false);
    }

    public Progress {
        sentBytes = Map.copyOf(sentBytes);
    }
}
