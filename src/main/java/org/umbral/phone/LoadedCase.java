package org.umbral.phone;

import java.util.List;
import java.util.Optional;
import org.umbral.phone.capture.Draft;
import org.umbral.phone.capture.Draft.Chain;
import org.umbral.shared.Sha256;
import org.umbral.shared.casefile.Author;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.CaseId;

/**
 * A case as it stands in the vault.
 *
 * @param record empty for a case that has only begun
 * @param base the entries that can change no more
 * @param kept the entry that is still a draft, where there is one
 * @param draft what is being drafted, perhaps not written yet
 * @param baseFile the fold over {@code base}
 */
record LoadedCase(
        CaseId id,
        Optional<CaseRecord> record,
        List<KeptEntry> base,
        Optional<KeptEntry> kept,
        Draft draft,
        CaseFile baseFile) {
    static LoadedCase of(
            CaseId id, Optional<CaseRecord> record, List<KeptEntry> base, Optional<KeptEntry> kept, Draft draft) {
        CaseFile folded = CaseFile.fold(id, base.stream().map(KeptEntry::entry).toList());
        return new LoadedCase(id, record, base, kept, draft, folded);
    }

    boolean isNew() {
        return base.isEmpty();
    }

    /** The next place in the chain of this author's entries. */
    Chain chain(String clinic, Author author) {
        int last = 0;
        Sha256 previous = null;
        for (KeptEntry one : base) {
            if (one.entry().author().equals(author) && one.entry().sequence() > last) {
                last = one.entry().sequence();
                previous = one.hash();
            }
        }
        return new Chain(clinic, author, last + 1, previous);
    }
}
