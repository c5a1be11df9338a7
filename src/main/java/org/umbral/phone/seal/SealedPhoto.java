package org.umbral.phone.seal;

import org.umbral.shared.Sha256;

/**
 * A photo in the form that is kept, shown and sent.
 *
 * @param key the secret half of the one-time key that lets this phone show its own photo; belongs into the vault
 */
public record SealedPhoto(Sha256 name, byte[] sealed, byte[] key) {
    @Override
    public String toString() {
        return "SealedPhoto[" + name + "]";
    }
}
