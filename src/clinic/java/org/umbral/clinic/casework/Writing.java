package org.umbral.clinic.casework;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.umbral.clinic.audit.Audit;
import org.umbral.clinic.casework.Desk.Changes;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.clinic.store.CaseRows.Changed;
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
import org.umbral.shared.casefile.Write;
import org.umbral.shared.catalogue.Catalogue;
import org.umbral.shared.envelope.SignedEntry;
import org.umbral.shared.secret.AesKey;

/** Turns what a member of staff changed into one signed entry for each audience, and keeps them. Thread-safe. */
final class Writing {
    private final ClinicState state;
    private final SealedCases cases;
    private final StaffEntryRows rows;
    private final Catalogue catalogue;
    private final Sponsors sponsors;
    private final Audit audit;
    private final Clock clock;
    private final SecureRandom random;
    private final ReentrantLock turns = new ReentrantLock();

    Writing(
            ClinicState state,
            SealedCases cases,
            StaffEntryRows rows,
            Catalogue catalogue,
            Sponsors sponsors,
            Audit audit,
            Clock clock,
            SecureRandom random) {
        this.state = state;
        this.cases = cases;
        this.rows = rows;
        this.catalogue = catalogue;
        this.sponsors = sponsors;
        this.audit = audit;
        this.clock = clock;
        this.random = random;
    }

    private record Made(Entry entry, SignedEntry signed) {}

    /** The entries of the case with what was written; the same where nothing was. */
    List<Entry> write(StaffSession session, CaseId id, Changes changes) throws AskThePerson, TryAgain {
        turns.lock();
        try {
            List<Entry> held = cases.entries(session.ring(), id);
            CaseFile file = CaseFile.fold(id, held);
            WriteGate gate =
                    new WriteGate(catalogue, sponsors.access(session, id).to(file), file, LocalDate.now(clock));
            Map<Audience, List<Write>> writes = gate.writes(changes.changes());
            if (writes.isEmpty()) {
                return held;
            }
            List<Made> made = new ArrayList<>();
            List<Entry> all = new ArrayList<>(held);
            for (Map.Entry<Audience, List<Write>> one : writes.entrySet()) {
                made.add(entry(session, id, changes, one.getKey(), one.getValue()));
                all.add(made.get(made.size() - 1).entry());
            }
            gate.requireSponsorsConsent(CaseFile.fold(id, all), writes.values());
            keep(session, id, made);
            return all;
        } finally {
            turns.unlock();
        }
    }

    private Made entry(StaffSession session, CaseId id, Changes changes, Audience audience, List<Write> writes)
            throws TryAgain {
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

    private void keep(StaffSession session, CaseId id, List<Made> made) throws TryAgain {
        List<StaffEntryRows.Row> sealed = new ArrayList<>();
        AesKey staffKey = session.ring().staffKey();
        List<Entry> forAllStaff = cases.entries(staffKey, id);
        for (Made one : made) {
            Audience audience = one.entry().audience();
            AesKey key = session.ring()
                    .dataKey(SealedCases.keyOf(audience))
                    .orElseThrow(() -> new Bug("who may enter a field has its key"));
            sealed.add(SealedCases.seal(key, one.entry(), one.signed(), session.name()));
            if (audience.compareTo(Audience.STAFF) <= 0) {
                forAllStaff.add(one.entry());
            }
        }
        Changed changed = CaseFacts.changed(catalogue, staffKey, id, forAllStaff);
        rows.write(sealed, changed, clock.millis(), audit.next(session.staff(), Audit.Action.CASE_WRITTEN, id.text()));
    }
}
