package org.umbral.clinic.casework;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.umbral.clinic.audit.Audit;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.clinic.keys.StaffSession.Role;
import org.umbral.clinic.store.CaseRows;
import org.umbral.clinic.store.CaseRows.CaseRow;
import org.umbral.clinic.store.Envelopes;
import org.umbral.clinic.store.StoredEnvelope;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.GiveUp;
import org.umbral.shared.Sha256;
import org.umbral.shared.TryAgain;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.catalogue.Catalogue;
import org.umbral.shared.envelope.Age;
import org.umbral.shared.secret.SealingKey;

/** Ways out of the stored cases. A copy tells no phone that its case was opened: nobody read it. */
record StoredWaysOut(
        StaffDesk desk,
        CaseRows rows,
        SealedCases cases,
        Envelopes envelopes,
        Catalogue catalogue,
        Audit audit,
        Clock clock)
        implements WaysOut {
    @Override
    public Leaf print(StaffSession session, CaseId id) throws AskThePerson, TryAgain {
        requireWorksOnCases(session);
        Desk.CasePage page = desk.open(session, id);
        audit.append(session.staff(), Audit.Action.CASE_PRINTED, id.text());
        return new Leaf(page, Leaving.onPaper(catalogue, page.caseFile(), today()), List.of(), 0);
    }

    @Override
    public Leaf look(StaffSession session, CaseId id) throws AskThePerson, TryAgain {
        requireWorksOnCases(session);
        return leaf(session, desk.open(session, id));
    }

    @Override
    public Leaf export(StaffSession session, CaseId id, Leaving.Purpose purpose) throws AskThePerson, TryAgain {
        requireWorksOnCases(session);
        Leaf leaf = leaf(session, desk.read(session, id));
        Optional<String> refusal = leaf.leaving().refusal(purpose);
        if (refusal.isPresent()) {
            audit.append(session.staff(), Audit.Action.EXPORT_REFUSED, id.text());
            throw new AskThePerson(refusal.get());
        }
        for (CaseId member : leaf.members()) {
            audit.append(session.staff(), Audit.Action.CASE_EXPORTED, member.text());
        }
        return leaf;
    }

    @Override
    public List<CaseId> exportAll(StaffSession session) throws AskThePerson, TryAgain {
        requireAttorney(session);
        audit.append(session.staff(), Audit.Action.ALL_EXPORTED, "");
        return rows.cases().stream()
                .sorted(Comparator.comparingLong(CaseRow::arrivedAt).thenComparing(CaseRow::id))
                .map(row -> new CaseId(row.id()))
                .toList();
    }

    @Override
    public String codeOf(StaffSession session, CaseId id) throws TryAgain {
        String code = rows.find(id.text())
                .map(row -> Card.open(session.ring().staffKey(), row.id(), row.card())
                        .code())
                .orElse("");
        return code.isBlank() ? id.text() : code;
    }

    @Override
    public int countAll(StaffSession session) throws AskThePerson, TryAgain {
        requireAttorney(session);
        return rows.cases().size();
    }

    @Override
    public void photo(StaffSession session, Leaf leaf, Sha256 envelope, OutputStream out)
            throws AskThePerson, GiveUp, TryAgain {
        desk.photo(session, leaf.page().caseFile().id(), envelope, out);
    }

    @Override
    public void envelope(StaffSession session, Sha256 envelope, SealingKey to, OutputStream out)
            throws GiveUp, TryAgain {
        StoredEnvelope stored = envelopes.held(envelope).orElseThrow(() -> new TryAgain("sealed-bytes-missing"));
        try (InputStream sealed = envelopes.open(stored)) {
            Age.rewrap(sealed, out, session.ring().identitiesNewestFirst(), to);
        } catch (IOException e) {
            throw new TryAgain("connection-cut", e);
        }
    }

    private Leaf leaf(StaffSession session, Desk.CasePage page) throws AskThePerson, TryAgain {
        // Envelopes leave whole: also the story that an attorney does not read yet.
        Narrative.requireOpen(session, page.caseFile());
        Leaving leaving = Leaving.inAFile(
                catalogue, page.caseFile(), desk.access(session, page.caseFile().id()), today());
        Map<Sha256, Entry> all = new LinkedHashMap<>();
        for (CaseId member : page.members()) {
            all.putAll(cases.byEnvelope(session.ring().staffKey(), member));
        }
        List<Sha256> leave = new ArrayList<>();
        all.forEach((envelope, entry) -> {
            if (leaving.may(entry)) {
                leave.add(envelope);
            }
        });
        return new Leaf(page, leaving, leave, all.size() - leave.size());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    private static void requireWorksOnCases(StaffSession session) throws AskThePerson {
        session.requireReadsCases();
        if (!session.role().worksOnCases()) {
            throw new AskThePerson("not-your-role");
        }
    }

    private static void requireAttorney(StaffSession session) throws AskThePerson {
        session.requireReadsCases();
        if (session.role() != Role.ATTORNEY) {
            throw new AskThePerson("not-your-role");
        }
    }
}
