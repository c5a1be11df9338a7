package org.umbral.clinic.store;

import java.util.List;
import org.umbral.shared.TryAgain;

/** Puts many letters in the mail by one transaction, in their order: a commit for each takes a disk seconds. */
public final class ManyLetters {
    private ManyLetters() {}

    public static void put(Database database, List<Mailbox.Sealed> letters) throws TryAgain {
        database.transaction(handle -> {
            letters.forEach(letter -> Mailbox.put(handle, letter, null));
            return letters.size();
        });
    }
}
