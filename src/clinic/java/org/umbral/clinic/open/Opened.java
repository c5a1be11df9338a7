package org.umbral.clinic.open;

import org.umbral.shared.casefile.Entry;
import org.umbral.shared.envelope.SignedEntry;

/** What an envelope turned out to be. */
public sealed interface Opened {
    /** An entry that an enrolled phone signed and may write. */
    record Counted(Entry entry, SignedEntry signed) implements Opened {}

    /** A photo small enough to travel like an entry; some entry names it. */
    record Evidence() implements Opened {}

    /** It does not count; the reason is a code without data of people. */
    record Refused(String reason) implements Opened {}
}
