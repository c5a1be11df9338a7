package org.umbral.clinic.open;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.umbral.clinic.store.Device;
import org.umbral.shared.GiveUp;
import org.umbral.shared.casefile.Author;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.envelope.SignedEntry;
import org.umbral.shared.secret.VerifyingKey;

/** Whether an opened entry counts: signed by the phone that it names, which joined this clinic and may write all of it. */
record Trust(String clinic, List<Device> devices, PhoneFields fields) {
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
        Device device = named(author).orElseThrow(() -> new GiveUp("unknown-key"));
        if (!device.person().equals(author.person())) {
            throw new GiveUp("author-differs");
        }
        if (!isTrusted(author.key(), receivedAt)) {
            throw new GiveUp("revoked-key");
        }
        if (!fields.mayCome(entry)) {
            throw new GiveUp("field-not-allowed");
        }
    }

    private Optional<Device> named(Author author) {
        return devices.stream()
                .filter(device -> device.id().equals(author.device())
                        && device.verifyingKey().equals(author.key()))
                .findFirst();
    }

    /** What arrived before a phone was revoked counts, also where nobody had opened it yet. */
    private boolean isTrusted(VerifyingKey key, Instant receivedAt) {
        return devices.stream()
                .filter(device -> device.verifyingKey().equals(key))
                .anyMatch(device -> device.revokedAt().map(receivedAt::isBefore).orElse(true));
    }
}
