package org.umbral.clinic.store;

import java.time.Instant;
import java.util.Optional;
import org.umbral.shared.secret.SealingKey;
import org.umbral.shared.secret.VerifyingKey;

/**
 * A phone that joined. A worker who joins again gets a new one: an earlier one keeps its key, its mail and its state.
 *
 * @param person id of the worker
 * @param sealedWorker the worker's name under the staff key
 * @param sealedTelephone the worker's telephone under the staff key
 * @param revokedAt its token is refused since then; what it sealed before still counts
 * @param endedWhy a code, where it was revoked
 * @param said what it had not delivered when it last spoke
 */
public record Device(
        String id,
        String person,
        byte[] sealedWorker,
        Optional<byte[]> sealedTelephone,
        VerifyingKey verifyingKey,
        SealingKey sealingKey,
        Instant joinedAt,
        Optional<Instant> revokedAt,
        Optional<String> endedWhy,
        Optional<Instant> lastHeard,
        Optional<Said> said) {
    /** What a phone said of itself: numbers, nothing else. */
    public record Said(int cases, int photos, Instant at) {}

    public boolean isRevoked() {
        return revokedAt.isPresent();
    }

    @Override
    public String toString() {
        return "Device[" + id + "]";
    }
}
