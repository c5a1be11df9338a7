package org.umbral.clinic.open;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.umbral.clinic.store.AdmittedKeys;
import org.umbral.clinic.store.Device;
import org.umbral.shared.GiveUp;
import org.umbral.shared.casefile.Author;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.envelope.SignedEntry;
import org.umbral.shared.secret.VerifyingKey;

/**
 * Whether an opened entry counts: signed by the phone that it names, which joined this clinic, or by a key that staff
 * admitted, and written by somebody who may write all of it.
 */
record Trust(String clinic, List<Device> devices, Set<AdmittedKeys.Signer> admitted, PhoneFields fields) {
    /** Reasons that staff take away by admitting the key. */
    static final Set<String> OF_THE_KEY = Set.of("unknown-key", "revoked-key");

    /**
     * {@code GiveUp} with {@code other-clinic}, {@code signature-does-not-hold}, {@code author-differs}, {@code
     * unknown-key}, {@code revoked-key} or {@code field-not-allowed}.
     */
    void require(Entry entry, SignedEntry signed, Instant receivedAt) throws GiveUp {
        Author author = entry.author();
        if (!signed.isSignedBy(author.key())) {
            throw new GiveUp("signature-does-not-hold");
        }
        if (!entry.clinic().equals(clinic)) {
            throw new GiveUp("other-clinic");
        }
        if (!signed.device().equals(author.device())) {
            throw new GiveUp("author-differs");
        }
        if (!admitted.contains(new AdmittedKeys.Signer(author.key(), author.device()))) {
            requireJoined(author, receivedAt);
        }
        if (named(author)
                .filter(device -> !device.person().equals(author.person()))
                .isPresent()) {
            throw new GiveUp("author-differs");
        }
        if (!fields.mayCome(entry)) {
            throw new GiveUp("field-not-allowed");
        }
    }

    private void requireJoined(Author author, Instant receivedAt) throws GiveUp {
        if (named(author)
                .filter(device -> device.verifyingKey().equals(author.key()))
                .isEmpty()) {
            throw new GiveUp("unknown-key");
        }
        if (!isTrusted(author.key(), receivedAt)) {
            throw new GiveUp("revoked-key");
        }
    }

    /** None where an older copy of the clinic was restored: the phone joined after it was made. */
    private Optional<Device> named(Author author) {
        return devices.stream()
                .filter(device -> device.id().equals(author.device()))
                .findFirst();
    }

    /** What arrived before a phone was revoked counts, also where nobody had opened it yet. */
    private boolean isTrusted(VerifyingKey key, Instant receivedAt) {
        return devices.stream()
                .filter(device -> device.verifyingKey().equals(key))
                .anyMatch(device -> device.revokedAt().map(receivedAt::isBefore).orElse(true));
    }
}
