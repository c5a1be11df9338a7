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
            CaseId caseId = new CaseId(id);
            Collection<Entry> entries = cases.entries(ring.staffKey(), caseId);
            mailbox.dropOf(id);
            rows.nothingMoreToSend(id);
            // Where every phone was shut out it waits for the one that joins again.
            if (!phones.of(entries).isEmpty()) {
                phones.send(ring, entries, DocumentKind.ERASE, new Documents.Erase(1, id));
                rows.markTold(id);
            }
        }
    }
}
