package org.umbral.clinic.casework;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.umbral.clinic.store.CaseRows;
import org.umbral.clinic.store.CaseRows.EntryRow;
import org.umbral.clinic.store.StoredEnvelope;
import org.umbral.shared.GiveUp;
import org.umbral.shared.TryAgain;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.casefile.EntryJson;
import org.umbral.shared.envelope.SignedEntry;
import org.umbral.shared.secret.AesKey;

/** Entries at rest: JSON and signature sealed under the staff key, each bound to its row. */
final class SealedCases {
    private final CaseRows rows;

    SealedCases(CaseRows rows) {
        this.rows = rows;
    }

    static EntryRow seal(AesKey key, StoredEnvelope envelope, Entry entry, SignedEntry signed) {
        String id = entry.id().text();
        return new EntryRow(
                id,
                entry.caseId().text(),
                envelope.sha256().hex(),
                entry.author().device(),
                signed.hash().hex(),
                envelope.position(),
                envelope.receivedAt().toEpochMilli(),
                key.seal(signed.signature(), place(id, "signature")),
                key.seal(signed.json(), place(id, "json")));
    }

    /** {@code TryAgain("stored-case-damaged")} where a row is not what was written; its envelope still is. */
    List<Entry> entries(AesKey key, CaseId id) throws TryAgain {
        List<Entry> entries = new ArrayList<>();
        try {
            for (EntryRow row : rows.entries(id.text())) {
                entries.add(EntryJson.read(key.open(row.json(), place(row.entry(), "json"))));
            }
        } catch (GiveUp e) {
            throw new TryAgain("stored-case-damaged", e);
        }
        return entries;
    }

    CaseFile fold(AesKey key, CaseId id) throws TryAgain {
        return CaseFile.fold(id, entries(key, id));
    }

    private static byte[] place(String entry, String column) {
        return ("case_entries|" + entry + "|" + column).getBytes(StandardCharsets.UTF_8);
    }
}
