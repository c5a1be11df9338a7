package org.umbral.phone;

import java.util.List;
import java.util.Optional;
import org.umbral.phone.capture.Draft;
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
 * @param whole the fold over {@code base} and the draft
 * @param asOf how many commits the store had counted when this was read; while it counts no more, this is what is on disk
 */
record LoadedCase(
        CaseId id,
        Optional<CaseRecord> record,
        List<KeptEntry> base,
        Optional<KeptEntry> kept,
        Draft draft,
        CaseFile baseFile,
        CaseFile whole,
        long asOf) {
    /** The same case once the next commit has saved another draft of it. If another commit comes first, this never counts. */
    LoadedCase saved(CaseRecord nextRecord, KeptEntry entry, CaseFile nextWhole) {
        return new LoadedCase(
                id,
                Optional.of(nextRecord),
                base,
                Optional.of(entry),
                Draft.of(entry.entry()),
                baseFile,
                nextWhole,
                asOf + 1);
    }

    boolean isNew() {
        return base.isEmpty();
    }

    @Override
    public String toString() {
        return "LoadedCase";
    }
}
