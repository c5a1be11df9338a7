package org.umbral.clinic.store;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.umbral.shared.TryAgain;
import org.umbral.shared.secret.VerifyingKey;

/** Keys that staff confirmed with the worker, though no phone joined with them or it was shut out. Thread-safe. */
public final class AdmittedKeys {
    private final Database database;

    public AdmittedKeys(Database database) {
        this.database = database;
    }

    /**
     * Who signed.
     *
     * @param device that the signer names as its own; the clinic need not know it
     */
    public record Signer(VerifyingKey key, String device) {}

    /** What it signed counts from now on. Again changes nothing. */
    public void admit(Signer signer, Instant now) throws TryAgain {
        database.transaction(handle -> handle.createUpdate("insert into admitted_keys (signer, author, admitted_at)"
                        + " values (:key, :device, :now) on conflict do nothing")
                .bind("key", signer.key().text())
                .bind("device", signer.device())
                .bind("now", now.toEpochMilli())
                .execute());
    }

    public Set<Signer> all() throws TryAgain {
        return database.read(handle -> handle
                .createQuery("select signer, author from admitted_keys")
                .map((row, context) -> new Signer(new VerifyingKey(row.getString("signer")), row.getString("author")))
                .stream()
                .collect(Collectors.toUnmodifiableSet()));
    }
}
