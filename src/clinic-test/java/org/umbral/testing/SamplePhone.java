package org.umbral.testing;

import java.security.SecureRandom;
import org.umbral.shared.casefile.Author;
import org.umbral.shared.secret.OpeningKey;
import org.umbral.shared.secret.SealingKey;
import org.umbral.shared.secret.SigningKey;

/**
 * What a phone is to the clinic: its ids and its keys.
 *
 * @param identity that the clinic told it to seal to
 */
public record SamplePhone(
        String clinic, String device, String person, SigningKey signing, OpeningKey opening, SealingKey identity) {
    public Author author() {
        return new Author(person, device, signing.verifyingKey());
    }

    /** The same ids, as somebody claims them who has other keys. */
    public SamplePhone withOtherKeys(SecureRandom random) {
        return new SamplePhone(clinic, device, person, SigningKey.generate(random), opening, identity);
    }
}
