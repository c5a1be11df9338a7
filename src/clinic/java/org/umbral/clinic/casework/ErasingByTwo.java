package org.umbral.clinic.casework;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.umbral.clinic.audit.Audit;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.clinic.keys.StaffSession.Role;
import org.umbral.clinic.store.CaseTurns;
import org.umbral.clinic.store.Erased;
import org.umbral.clinic.store.ErasureRows;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.TryAgain;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.envelope.DocumentKind;
import org.umbral.shared.envelope.Documents;

/** Phones are told in the step in which the rows go: afterwards nobody knows which ones they are. */
record ErasingByTwo(
        ErasureRows rows,
        Erased erased,
        CaseTurns turns,
        Visible visible,
        SealedCases cases,
        CapturingPhones phones,
        Audit audit,
        Clock clock)
        implements Erasing {
    @Override
    public void propose(StaffSession session, CaseId id, String reason) throws AskThePerson, TryAgain {
        require(session, Role.STEWARD);
        if (Arrays.stream(Reason.values()).noneMatch(one -> one.name().equals(reason))) {
            throw new AskThePerson("reason-missing");
        }
        turns.begin();
        try {
            visible.require(session, id);
            Audit.Action action = Audit.Action.ERASING_PROPOSED;
            rows.propose(
                    id.text(),
                    reason,
                    session.staff(),
                    clock.millis(),
                    audit.next(session.staff(), action, id.text() + " " + reason));
        } finally {
            turns.end();
        }
    }

    @Override
    public void approve(StaffSession session, CaseId id) throws AskThePerson, TryAgain {
        require(session, Role.ATTORNEY);
        turns.begin();
        try {
            ErasureRows.Row row = waiting(id);
            if (row.proposedBy().equals(session.staff())) {
                throw new AskThePerson("two-persons");
            }
            List<Entry> entries = cases.entries(session.ring().staffKey(), id);
            erased.erase(
                    id.text(),
                    CaseFacts.photos(entries),
                    phones.sealed(session.ring(), entries, DocumentKind.ERASE, new Documents.Erase(1, id.text())),
                    session.staff(),
                    audit.next(session.staff(), Audit.Action.ERASING_APPROVED, id.text()));
            erased.finish();
            audit.append(session.staff(), Audit.Action.ERASED, id.text());
        } finally {
            turns.end();
        }
    }

    @Override
    public void refuse(StaffSession session, CaseId id) throws AskThePerson, TryAgain {
        require(session, Role.ATTORNEY);
        turns.begin();
        try {
            waiting(id);
            rows.refuse(
                    id.text(),
                    session.staff(),
                    clock.millis(),
                    audit.next(session.staff(), Audit.Action.ERASING_REFUSED, id.text()));
        } finally {
            turns.end();
        }
    }

    @Override
    public List<Proposal> list(StaffSession session) throws AskThePerson, TryAgain {
        if (!session.role().seesWithdrawn()) {
            throw new AskThePerson("not-your-role");
        }
        return rows.list().stream().map(this::proposal).toList();
    }

    private ErasureRows.Row waiting(CaseId id) throws AskThePerson, TryAgain {
        return rows.find(id.text())
                .filter(row -> state(row) == State.WAITS)
                .orElseThrow(() -> new AskThePerson("no-such-proposal"));
    }

    private Proposal proposal(ErasureRows.Row row) {
        return new Proposal(
                new CaseId(row.caseId()),
                row.reason(),
                state(row),
                row.proposedBy(),
                Instant.ofEpochMilli(row.proposedAt()),
                Optional.ofNullable(row.decidedBy()),
                instant(row.decidedAt()),
                instant(row.erasedAt()),
                row.entries(),
                row.photos());
    }

    private State state(ErasureRows.Row row) {
        if (!row.state().equals("proposed")) {
            return State.valueOf(row.state().toUpperCase(Locale.ROOT));
        }
        Instant until = Instant.ofEpochMilli(row.proposedAt()).plus(LAPSES_AFTER);
        return clock.instant().isBefore(until) ? State.WAITS : State.LAPSED;
    }

    private static Optional<Instant> instant(@Nullable Long millis) {
        return Optional.ofNullable(millis).map(Instant::ofEpochMilli);
    }

    private static void require(StaffSession session, Role role) throws AskThePerson {
        if (session.role() != role) {
            throw new AskThePerson("not-your-role");
        }
    }
}
