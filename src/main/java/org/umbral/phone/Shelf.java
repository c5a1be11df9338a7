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
import org.umbral.shared.casefile.EntryId;
import org.umbral.shared.casefile.HowKnown;

/**
 * Reads cases from the vault. Nothing is cached: what a call returns is what is on disk.
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
        return LoadedCase.of(id, record, base, kept, draft(record, kept, sitting));
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

    /** The case with its draft. */
    CaseFile whole(LoadedCase loaded, Draft draft) throws Failure {
        CaseFile base = loaded.baseFile();
        if (draft.isEmpty()) {
            return base;
        }
        ClinicLink link = link();
        return base.with(draft.toEntry(
                base,
                loaded.chain(link.clinic(), author(link)),
                capture.catalogue().version(),
                now()));
    }

    Author author(ClinicLink link) {
        return new Author(link.person(), link.device(), keys.signing().verifyingKey());
    }

    @Override
    public String toString() {
        return "Shelf";
    }
}
