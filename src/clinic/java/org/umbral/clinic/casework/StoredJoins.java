package org.umbral.clinic.casework;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.umbral.clinic.audit.Audit;
import org.umbral.clinic.duplicates.Person;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.clinic.store.CaseTurns;
import org.umbral.clinic.store.JoinRows;
import org.umbral.clinic.store.LookalikeRows;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.TryAgain;
import org.umbral.shared.secret.AesKey;

/** Joins as rows beside the entries that say them, written together. */
final class StoredJoins implements Joins {
    private static final int MOST_LETTERS = 500;

    private final JoinRows rows;
    private final LookalikeRows lookalikes;
    private final JoinWrites writes;
    private final MayKnowNotice notice;
    private final Visible visible;
    private final Audit audit;
    private final Clock clock;
    private final CaseTurns turns;

    StoredJoins(
            JoinRows rows,
            LookalikeRows lookalikes,
            JoinWrites writes,
            MayKnowNotice notice,
            CaseTurns turns,
            Visible visible,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.lookalikes = lookalikes;
        this.writes = writes;
        this.notice = notice;
        this.turns = turns;
        this.visible = visible;
        this.audit = audit;
        this.clock = clock;
    }

    /** The next state of a row, in its turn. */
    @FunctionalInterface
    private interface Step {
        void take(AesKey key, Optional<JoinRows.Row> now) throws AskThePerson, TryAgain;
    }

    private void step(StaffSession session, LookalikeRows.Pair pair, Step step) throws AskThePerson, TryAgain {
        AesKey key = key(session);
        turns.begin();
        try {
            if (isHidden(session, pair.firstCase(), pair.secondCase())) {
                throw new AskThePerson("no-such-pair");
            }
            step.take(key, rows.find(pair));
        } finally {
            turns.end();
        }
        notice.deliver(session.ring());
    }

    @Override
    public void propose(StaffSession session, Person.Key one, Person.Key other) throws AskThePerson, TryAgain {
        LookalikeRows.Pair pair = suggested(one, other);
        step(session, pair, (key, now) -> {
            requireNone(now);
            JoinNotes notes = JoinNotes.proposedBy(session.name());
            put(session, row(pair, session.staff(), notes.seal(key, pair)), Audit.Action.JOIN_PROPOSED);
        });
    }

    @Override
    public void approve(StaffSession session, Person.Key one, Person.Key other) throws AskThePerson, TryAgain {
        LookalikeRows.Pair pair = pair(one, other);
        step(session, pair, (key, found) -> {
            JoinRows.Row now = in(found, State.PROPOSED, "no-such-proposal");
            if (now.proposedBy().equals(session.staff())) {
                throw new AskThePerson("another-person-first");
            }
            JoinWrites.Made made = writes.join(session, pair);
            JoinNotes notes = JoinNotes.open(key, now).decidedBy(session.name()).says(made.entry(), made.asked());
            decide(session, key, now, State.JOINED, notes, made, Audit.Action.JOINED);
        });
    }

    @Override
    public void decline(StaffSession session, Person.Key one, Person.Key other) throws AskThePerson, TryAgain {
        LookalikeRows.Pair pair = pair(one, other);
        step(session, pair, (key, found) -> {
            JoinRows.Row now = in(found, State.PROPOSED, "no-such-proposal");
            JoinNotes notes = JoinNotes.open(key, now).decidedBy(session.name());
            decide(session, key, now, State.DECLINED, notes, JoinWrites.Made.NOTHING, Audit.Action.JOIN_DECLINED);
        });
    }

    @Override
    public void takeApart(StaffSession session, Person.Key one, Person.Key other, String why)
            throws AskThePerson, TryAgain {
        LookalikeRows.Pair pair = pair(one, other);
        String reason = why.strip();
        if (reason.isEmpty() || reason.length() > MOST_LETTERS) {
            throw new AskThePerson(reason.isEmpty() ? "apart-why-missing" : "apart-why-too-long");
        }
        step(session, pair, (key, found) -> {
            JoinRows.Row now = in(found, State.JOINED, "not-joined");
            JoinNotes notes = JoinNotes.open(key, now);
            JoinWrites.Made made = writes.apart(session, pair, notes);
            decide(
                    session,
                    key,
                    now,
                    State.APART,
                    notes.decidedBy(session.name()).because(reason),
                    made,
                    Audit.Action.TAKEN_APART);
        });
    }

    @Override
    public Optional<Join> of(StaffSession session, Person.Key one, Person.Key other) throws AskThePerson, TryAgain {
        AesKey key = key(session);
        Optional<JoinRows.Row> row =
                isHidden(session, one.caseId(), other.caseId()) ? Optional.empty() : rows.find(pair(one, other));
        return row.isEmpty() ? Optional.empty() : Optional.of(join(session, key, row.get()));
    }

    @Override
    public List<Join> all(StaffSession session) throws AskThePerson, TryAgain {
        AesKey key = key(session);
        List<Join> all = new ArrayList<>();
        for (State state : List.of(State.PROPOSED, State.JOINED)) {
            for (JoinRows.Row row : rows.in(state.name())) {
                if (!isHidden(session, row.firstCase(), row.secondCase())) {
                    all.add(join(session, key, row));
                }
            }
        }
        return all;
    }

    private boolean isHidden(StaffSession session, String one, String other) throws TryAgain {
        Set<String> hidden = visible.hidden(session);
        return hidden.contains(one) || hidden.contains(other);
    }

    private static AesKey key(StaffSession session) throws AskThePerson {
        if (!session.role().worksOnCases()) {
            throw new AskThePerson("not-your-role");
        }
        return session.ring().staffKey();
    }

    private static LookalikeRows.Pair pair(Person.Key one, Person.Key other) {
        boolean inOrder = one.compareTo(other) <= 0;
        Person.Key first = inOrder ? one : other;
        Person.Key second = inOrder ? other : one;
        return new LookalikeRows.Pair(first.caseId(), first.id(), second.caseId(), second.id(), false, new byte[0]);
    }

    private LookalikeRows.Pair suggested(Person.Key one, Person.Key other) throws AskThePerson, TryAgain {
        LookalikeRows.Pair wanted = pair(one, other);
        return lookalikes.of(wanted.firstCase()).stream()
                .filter(pair -> !pair.different() && pair.isOf(wanted))
                .findFirst()
                .map(pair -> wanted)
                .orElseThrow(() -> new AskThePerson("no-such-pair"));
    }

    private static void requireNone(Optional<JoinRows.Row> now) throws AskThePerson {
        String state = now.map(JoinRows.Row::state).orElse("");
        if (state.equals(State.PROPOSED.name()) || state.equals(State.JOINED.name())) {
            throw new AskThePerson(state.equals(State.JOINED.name()) ? "already-joined" : "already-proposed");
        }
    }

    private static JoinRows.Row in(Optional<JoinRows.Row> found, State state, String otherwise) throws AskThePerson {
        return found.filter(row -> row.state().equals(state.name())).orElseThrow(() -> new AskThePerson(otherwise));
    }

    private JoinRows.Row row(LookalikeRows.Pair pair, String staff, byte[] sealed) {
        return new JoinRows.Row(
                pair.firstCase(),
                pair.firstPerson(),
                pair.secondCase(),
                pair.secondPerson(),
                State.PROPOSED.name(),
                staff,
                clock.millis(),
                null,
                null,
                sealed);
    }

    private void put(StaffSession session, JoinRows.Row row, Audit.Action action) throws AskThePerson, TryAgain {
        rows.write(row, List.of(), List.of(), clock.millis(), audit.next(session.staff(), action, cases(row)));
    }

    private void decide(
            StaffSession session,
            AesKey key,
            JoinRows.Row now,
            State next,
            JoinNotes notes,
            JoinWrites.Made made,
            Audit.Action action)
            throws AskThePerson, TryAgain {
        JoinRows.Row row = new JoinRows.Row(
                now.firstCase(),
                now.firstPerson(),
                now.secondCase(),
                now.secondPerson(),
                next.name(),
                now.proposedBy(),
                now.proposedAt(),
                session.staff(),
                clock.millis(),
                notes.seal(key, JoinNotes.pair(now)));
        rows.write(
                row, made.entries(), made.changed(), clock.millis(), audit.next(session.staff(), action, cases(row)));
    }

    private static String cases(JoinRows.Row row) {
        return row.firstCase() + " " + row.secondCase();
    }

    private static Join join(StaffSession session, AesKey key, JoinRows.Row row) throws TryAgain {
        JoinNotes notes = JoinNotes.open(key, row);
        return new Join(
                new Person.Key(row.firstCase(), row.firstPerson()),
                new Person.Key(row.secondCase(), row.secondPerson()),
                State.valueOf(row.state()),
                notes.proposer(),
                Instant.ofEpochMilli(row.proposedAt()),
                row.proposedBy().equals(session.staff()),
                notes.decider(),
                Optional.ofNullable(row.decidedAt()).map(Instant::ofEpochMilli),
                notes.why());
    }
}
