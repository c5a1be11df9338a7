package org.umbral.phone;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.umbral.phone.capture.Capture;
import org.umbral.phone.capture.Draft;
import org.umbral.phone.seal.Sealer;
import org.umbral.phone.store.Change;
import org.umbral.phone.store.ClinicLink;
import org.umbral.phone.store.MailState;
import org.umbral.phone.store.PhoneStore;
import org.umbral.phone.store.StorePoint;
import org.umbral.phone.unlock.DeviceKeys;
import org.umbral.phone.unlock.Vault;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.Failure;
import org.umbral.shared.GiveUp;
import org.umbral.shared.Sha256;
import org.umbral.shared.casefile.Author;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.casefile.EntryId;
import org.umbral.shared.casefile.HowKnown;

/**
 * Reads cases from the vault. What a call returns is what is on disk, read from there or saved by the same sitting and
 * untouched since.
 */
record Shelf(
        PhoneStore store,
        Vault vault,
        DeviceKeys keys,
        Sealer sealer,
        Capture capture,
        Clock clock,
        SecureRandom random,
        StorePoint points) {
    static final String CASE = "case";
    static final String ENTRY = "entry";
    static final String PAGE = "page";
    static final String QUESTION = "question";
    static final String COUNT = "count";
    /** Ids of cases whose copy the clinic took away, with the moment. */
    static final String REMOVED = "removed";

    static final String TOP = "";

    /** The joined clinic; {@code AskThePerson("join-first")} before. */
    ClinicLink link() throws Failure {
        return store.outbox().link().orElseThrow(() -> new AskThePerson("join-first"));
    }

    Change change() {
        return store.change(vault);
    }

    OffsetDateTime now() {
        return OffsetDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
    }

    Optional<CaseRecord> record(CaseId id) throws Failure {
        try {
            Optional<byte[]> row = store.row(vault, CASE, id.text());
            return row.isEmpty() ? Optional.empty() : Optional.of(CaseRecord.read(row.get()));
        } catch (GiveUp damaged) {
            throw new GiveUp("case-damaged");
        }
    }

    /** Whether the clinic took this phone's copy away. */
    boolean isRemoved(CaseId id) throws Failure {
        return store.row(vault, REMOVED, id.text()).isPresent();
    }

    List<KeptEntry> entries(CaseId id) throws Failure {
        List<KeptEntry> entries = new ArrayList<>();
        for (PhoneStore.Row row : store.rows(vault, ENTRY, id.text())) {
            if (row.plain().isEmpty()) {
                throw new GiveUp("case-damaged");
            }
            entries.add(KeptEntry.read(row.plain().get()));
        }
        return entries;
    }

    /** {@code GiveUp("case-damaged")}; {@code GiveUp("no-such-case")} where it was neither begun nor kept. */
    LoadedCase load(CaseId id, Sitting sitting) throws Failure {
        Optional<LoadedCase> written = sitting.written(store.commits());
        return written.isPresent() ? written.get() : read(id, sitting);
    }

    private LoadedCase read(CaseId id, Sitting sitting) throws Failure {
        long asOf = store.commits();
        Optional<CaseRecord> record = record(id);
        List<KeptEntry> base = new ArrayList<>(entries(id));
        if (record.isEmpty() && sitting.unwritten() == null) {
            throw new GiveUp("no-such-case");
        }
        Optional<KeptEntry> kept = Optional.empty();
        for (KeptEntry one : base) {
            if (record.isPresent() && one.entry().id().equals(record.get().draft()) && isDraft(one)) {
                kept = Optional.of(one);
            }
        }
        kept.ifPresent(base::remove);
        forgetWhatWasCut(sitting, base);
        Draft draft = draft(record, kept, sitting);
        CaseFile file = CaseFile.fold(id, base.stream().map(KeptEntry::entry).toList());
        return new LoadedCase(id, record, base, kept, draft, file, whole(base, file, draft), asOf);
    }

    private boolean isDraft(KeptEntry entry) throws Failure {
        List<Sha256> names = entry.sealedAs().stream().toList();
        return store.mail(names).values().stream().anyMatch(MailState::isDraft);
    }

    private static void forgetWhatWasCut(Sitting sitting, List<KeptEntry> base) {
        Set<EntryId> cut = base.stream().map(one -> one.entry().id()).collect(Collectors.toSet());
        Draft step = sitting.lastStep();
        if (step != null && cut.contains(step.id())) {
            sitting.forgetSteps();
        }
        Draft unwritten = sitting.unwritten();
        if (unwritten != null && cut.contains(unwritten.id())) {
            sitting.unwritten(null);
        }
    }

    private Draft draft(Optional<CaseRecord> record, Optional<KeptEntry> kept, Sitting sitting) {
        if (kept.isPresent()) {
            return Draft.of(kept.get().entry());
        }
        Draft unwritten = sitting.unwritten();
        if (unwritten == null) {
            HowKnown known = record.map(CaseRecord::known).orElse(HowKnown.FACE_TO_FACE);
            unwritten = Draft.begin(EntryId.random(random), known, null);
            sitting.unwritten(unwritten);
        }
        return unwritten;
    }

    private CaseFile whole(List<KeptEntry> base, CaseFile file, Draft draft) throws Failure {
        return draft.isEmpty() ? file : file.with(entry(base, file, draft, link()));
    }

    /** The entry that a draft would be now. */
    Entry entry(List<KeptEntry> base, CaseFile file, Draft draft, ClinicLink link) {
        Author author = new Author(link.person(), link.device(), keys.signing().verifyingKey());
        return draft.toEntry(
                file,
                KeptEntry.chain(base, link.clinic(), author),
                capture.catalogue().version(),
                now());
    }

    @Override
    public String toString() {
        return "Shelf";
    }
}
