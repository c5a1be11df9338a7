package org.umbral.clinic.casework;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.umbral.clinic.audit.Audit;
import org.umbral.clinic.casework.Desk.Changes;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.clinic.store.AuditRows;
import org.umbral.clinic.store.CaseRows.Changed;
import org.umbral.clinic.store.CaseTurns;
import org.umbral.clinic.store.ClinicState;
import org.umbral.clinic.store.StaffEntryRows;
import org.umbral.clinic.store.StaffRows;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.Bug;
import org.umbral.shared.Sha256;
import org.umbral.shared.TryAgain;
import org.umbral.shared.casefile.Audience;
import org.umbral.shared.casefile.Author;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.casefile.EntryId;
import org.umbral.shared.casefile.EntryJson;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.Write;
import org.umbral.shared.catalogue.Catalogue;
import org.umbral.shared.envelope.SignedEntry;
import org.umbral.shared.secret.AesKey;

/** Turns what a member of staff changed into one signed entry for each audience, and keeps them. Thread-safe. */
final class Writing {
    private static final String CONSENT = "CON";

    private final ClinicState state;
    private final SealedCases cases;
    private final OneCases ones;
    private final StaffEntryRows rows;
    private final Catalogue catalogue;
    private final Sponsors sponsors;
    private final Audit audit;
    private final Clock clock;
    private final SecureRandom random;
    private final CaseTurns turns;

    Writing(
            ClinicState state,
            SealedCases cases,
            OneCases ones,
            StaffEntryRows rows,
            CaseTurns turns,
            Catalogue catalogue,
            Sponsors sponsors,
            Audit audit,
            Clock clock,
            SecureRandom random) {
        this.state = state;
        this.cases = cases;
        this.ones = ones;
        this.rows = rows;
        this.turns = turns;
        this.catalogue = catalogue;
        this.sponsors = sponsors;
        this.audit = audit;
        this.clock = clock;
        this.random = random;
    }

    private record Made(Entry entry, SignedEntry signed) {}

    /** Nothing where nothing was changed. */
    void write(StaffSession session, CaseId id, Changes changes) throws AskThePerson, TryAgain {
        turns.begin();
        try {
            OneCase one = ones.read(session.ring(), id);
            Access access = sponsors.access(session, one.file().id()).to(one.file());
            WriteGate gate = new WriteGate(catalogue, access, one.file(), LocalDate.now(clock));
            Map<Audience, List<Write>> writes = gate.writes(changes.changes());
            if (writes.isEmpty()) {
                return;
            }
            List<Made> made = new ArrayList<>();
            CaseFile after = one.file();
            for (Map.Entry<Part, List<Write>> part : parts(one, writes).entrySet()) {
                Made next = entry(session, changes, part.getKey(), part.getValue());
                made.add(next);
                after = after.with(next.entry());
            }
            gate.requireSponsorsConsent(after, writes.values());
            gate.requireSponsorsStayApart(after, changes.changes());
            keep(session, id, made, changes.act());
        } finally {
            turns.end();
        }
    }

    /** What becomes one entry: in the journal of this case, for this audience. */
    private record Part(CaseId id, Audience audience) {}

    /**
     * Each write goes to the case that its item came from. What staff write while two cases are one may hold what the other
     * one's phone captured, so no phone gets it. A consent that the cases answered apart is decided in each of them: what a
     * case's own journal says counts for its card, its phones, and when it is taken apart.
     */
    private static Map<Part, List<Write>> parts(OneCase one, Map<Audience, List<Write>> writes) {
        Map<Part, List<Write>> parts = new LinkedHashMap<>();
        writes.forEach((audience, some) -> some.forEach(write -> {
            Audience narrow = one.isJoined() && audience == Audience.PHONE ? Audience.STAFF : audience;
            boolean isConsent = write.field().prefix().equals(CONSENT);
            for (OneCase.Origin origin : isConsent ? one.origins(write.item()) : List.of(one.origin(write.item()))) {
                parts.computeIfAbsent(new Part(origin.id(), narrow), none -> new ArrayList<>())
                        .add(new Write(write.field(), origin.item(), write.value(), write.seen()));
            }
        }));
        return parts;
    }

    /** An entry in the making, with its case's new card: for a store that writes it with something else. */
    record ForStaff(StaffEntryRows.Row row, Changed changed) {}

    /** Of writes that are for all staff and no phone, in the journal of one case. The caller has the turn until it is stored. */
    ForStaff forStaff(StaffSession session, CaseId id, List<Write> writes) throws TryAgain {
        Changes own = new Changes(HowKnown.STAFF, Optional.empty(), List.of());
        Made made = entry(session, own, new Part(id, Audience.STAFF), writes);
        AesKey key = session.ring().staffKey();
        List<Entry> all = new ArrayList<>(cases.entries(key, id));
        all.add(made.entry());
        return new ForStaff(
                SealedCases.seal(key, made.entry(), made.signed(), session.name()),
                CaseFacts.changed(catalogue, key, id, all));
    }

    private Made entry(StaffSession session, Changes changes, Part part, List<Write> writes) throws TryAgain {
        CaseId id = part.id();
        Audience audience = part.audience();
        Optional<StaffEntryRows.Row> last = rows.last(id.text(), audience.wireName());
        Entry entry = new Entry(
                EntryId.random(random),
                state.get(StaffRows.CLINIC).orElseThrow(() -> new Bug("a clinic that has staff has an id")),
                id,
                catalogue.version(),
                audience,
                new Author(
                        session.staff(),
                        Author.CLINIC,
                        session.ring().signingKey().verifyingKey()),
                1 + last.map(StaffEntryRows.Row::sequence).orElse(0),
                last.map(row -> new Sha256(row.jsonHash())).orElse(null),
                changes.heard().orElse(null),
                OffsetDateTime.now(clock),
                changes.known(),
                writes);
        byte[] json = EntryJson.write(entry);
        return new Made(
                entry, SignedEntry.sign(json, Author.CLINIC, session.ring().signingKey()));
    }

    private void keep(StaffSession session, CaseId id, List<Made> made, Optional<Desk.Act> act)
            throws AskThePerson, TryAgain {
        List<StaffEntryRows.Row> sealed = new ArrayList<>();
        AesKey staffKey = session.ring().staffKey();
        Map<CaseId, List<Entry>> forAllStaff = new LinkedHashMap<>();
        for (Made one : made) {
            Entry entry = one.entry();
            AesKey key = session.ring()
                    .dataKey(SealedCases.keyOf(entry.audience()))
                    .orElseThrow(() -> new Bug("who may enter a field has its key"));
            sealed.add(SealedCases.seal(key, entry, one.signed(), session.name()));
            if (!forAllStaff.containsKey(entry.caseId())) {
                forAllStaff.put(entry.caseId(), new ArrayList<>(cases.entries(staffKey, entry.caseId())));
            }
            if (entry.audience().compareTo(Audience.STAFF) <= 0) {
                forAllStaff.get(entry.caseId()).add(entry);
            }
        }
        List<Changed> changed = new ArrayList<>();
        for (Map.Entry<CaseId, List<Entry>> one : forAllStaff.entrySet()) {
            changed.add(CaseFacts.changed(catalogue, staffKey, one.getKey(), one.getValue()));
        }
        List<AuditRows.Next> audited = new ArrayList<>();
        act.ifPresent(one -> audited.add(audit.next(session.staff(), one.action(), one.object())));
        audited.add(audit.next(session.staff(), Audit.Action.CASE_WRITTEN, id.text()));
        rows.write(sealed, changed, clock.millis(), audited);
    }
}
