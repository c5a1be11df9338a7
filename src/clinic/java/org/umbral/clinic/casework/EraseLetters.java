package org.umbral.clinic.casework;

import java.util.Collection;
import org.umbral.clinic.keys.KeyRing;
import org.umbral.clinic.store.Mailbox;
import org.umbral.clinic.store.Withdrawn;
import org.umbral.shared.TryAgain;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.envelope.DocumentKind;
import org.umbral.shared.envelope.Documents;

/**
 * Tells the phones that captured a case to take their copy away, once consent was withdrawn. Letters about the case that they
 * have not fetched go first.
 */
record EraseLetters(Withdrawn rows, SealedCases cases, CapturingPhones phones, Mailbox mailbox) {
    /** What a stop left between withdrawal and letter goes now; a phone takes the same letter twice. */
    void deliver(KeyRing ring) throws TryAgain {
        for (String id : rows.toTell()) {
            mailbox.dropOf(id);
            rows.nothingMoreToSend(id);
            try {
                tell(ring, id, cases.entries(ring.staffKey(), new CaseId(id)));
            } catch (TryAgain failed) {
                // It waits until the case opens again, and keeps nobody from the others.
                if (!failed.reason().equals(SealedCases.DAMAGED)) {
                    throw failed;
                }
            }
        }
    }

    private void tell(KeyRing ring, String id, Collection<Entry> entries) throws TryAgain {
        int joined = phones.joined();
        // Where every phone was shut out it waits for the one that joins again.
        if (!phones.of(entries).isEmpty()) {
            phones.send(ring, entries, DocumentKind.ERASE, new Documents.Erase(1, id));
            rows.markTold(id, joined);
        }
    }
}
