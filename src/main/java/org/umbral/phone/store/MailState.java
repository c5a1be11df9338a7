package org.umbral.phone.store;

import java.time.Instant;
import java.util.Optional;

/**
 * How far one sealed item has come.
 *
 * @param stage empty where the sealed bytes are on the phone no more
 * @param receivedAt the clinic's time on the receipt
 * @param filedAt the phone's time when the receipt came
 */
public record MailState(
        Optional<Change.Stage> stage,
        Optional<String> refused,
        Optional<Instant> receivedAt,
        Optional<Instant> filedAt) {
    public boolean isReceived() {
        return receivedAt.isPresent();
    }

    public boolean isDraft() {
        return stage.filter(one -> one != Change.Stage.CUT).isPresent();
    }
}
