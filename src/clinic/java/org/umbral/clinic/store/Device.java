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
 * @param revokedAt its token is refused since then; what it sealed before still counts
 */
public record Device(
        String id,
        String person,
        byte[] sealedWorker,
        VerifyingKey verifyingKey,
        SealingKey sealingKey,
        Instant joinedAt,
        Optional<Instant> revokedAt,
        Optional<Instant> lastHeard) {
    public boolean isRevoked() {
        return revokedAt.isPresent();
    }

    @Override
    public String toString() {
        return "Device[" + id + "]";
    }
}
