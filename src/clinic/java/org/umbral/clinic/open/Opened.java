package org.umbral.clinic.open;

import java.util.Optional;
import org.umbral.clinic.store.AdmittedKeys;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.envelope.SignedEntry;

/** What an envelope turned out to be. */
public sealed interface Opened {
    /** An entry that an enrolled phone signed and may write. */
    record Counted(Entry entry, SignedEntry signed) implements Opened {}

    /** A photo small enough to travel like an entry; some entry names it. */
    record Evidence() implements Opened {}

    /**
     * It does not count; the reason is a code without data of people.
     *
     * @param signer where the signature holds and only the key is not trusted
     */
    record Refused(String reason, Optional<AdmittedKeys.Signer> signer) implements Opened {
        public Refused(String reason) {
            this(reason, Optional.empty());
        }
    }
}
