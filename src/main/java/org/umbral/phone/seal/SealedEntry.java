package org.umbral.phone.seal;

import org.umbral.shared.Sha256;
import org.umbral.shared.envelope.Envelope;

/**
 * An entry in the form that travels.
 *
 * @param json exactly what was signed
 * @param hash of {@code json}: what the next entry of the chain names
 */
public record SealedEntry(byte[] json, Sha256 hash, Envelope envelope) {
    @Override
    public String toString() {
        return "SealedEntry[" + envelope.name() + "]";
    }
}
