package org.umbral.clinic.casework;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import org.umbral.clinic.keys.KeyRing;
import org.umbral.clinic.store.StaffEntryRows;
import org.umbral.shared.TryAgain;
import org.umbral.shared.casefile.Author;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.envelope.DocumentKind;
import org.umbral.shared.envelope.Documents;
import org.umbral.shared.envelope.SignedEntry;

/** Brings what staff wrote for phones to those that captured the case, byte for byte as it was signed. */
record Settling(StaffEntryRows rows, CapturingPhones phones) {
    /** What a stop left between row and letter goes now; a phone takes the same entry twice. */
    void deliver(KeyRing ring, CaseId id, Collection<Entry> entries) throws TryAgain {
        int joined = phones.joined();
        for (StaffEntryRows.Row row : rows.of(id.text())) {
            // Where every phone was shut out it waits for the one that joins again.
            if (!row.sent() && !phones.of(entries).isEmpty()) {
                SignedEntry signed = SealedCases.signed(ring.staffKey(), row, Author.CLINIC);
                phones.send(ring, entries, DocumentKind.SETTLEMENT, letter(id, signed));
                rows.markSent(row.entry(), joined);
            }
        }
    }

    private static Documents.Settlement letter(CaseId id, SignedEntry signed) {
        return new Documents.Settlement(
                1,
                id.text(),
                new String(signed.json(), StandardCharsets.UTF_8),
                signed.device(),
                Base64.getUrlEncoder().withoutPadding().encodeToString(signed.signature()));
    }
}
