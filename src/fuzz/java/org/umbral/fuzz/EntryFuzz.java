package org.umbral.fuzz;

import org.umbral.shared.GiveUp;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.casefile.EntryJson;

/** The JSON of an entry: what is read is written and read again as the same. */
public final class EntryFuzz {
    private EntryFuzz() {}

    /** The name that Jazzer looks for. */
    public static void fuzzerTestOneInput(byte[] input) {
        Contract.holds(
                () -> {
                    Entry read = EntryJson.read(input);
                    if (!EntryJson.read(EntryJson.write(read)).equals(read)) {
                        throw new IllegalStateException("written and read again it is another entry");
                    }
                },
                GiveUp.class);
    }
}
