package org.umbral.testing;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.umbral.clinic.casework.Joins;
import org.umbral.clinic.duplicates.Person;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.shared.AskThePerson;

/** Decisions in a map; no case is joined by it. */
public final class JoinsFake implements Joins {
    public static final String COLLEAGUE = "Pablo Ficticio";
    private final Clock clock;
    private final Map<Set<Person.Key>, Join> all = new ConcurrentHashMap<>();

    JoinsFake(Clock clock) {
        this.clock = clock;
    }

    /** As if a colleague had. */
    public void proposedByColleague(Person.Key one, Person.Key other) {
        put(one, other, State.PROPOSED, COLLEAGUE, false, "", "");
    }

    public void joinedByColleague(Person.Key one, Person.Key other) {
        put(one, other, State.JOINED, LoginFake.NAME, true, COLLEAGUE, "");
    }

    private void put(
            Person.Key one, Person.Key other, State state, String by, boolean own, String decider, String why) {
        boolean inOrder = one.compareTo(other) <= 0;
        all.put(
                Set.of(one, other),
                new Join(
                        inOrder ? one : other,
                        inOrder ? other : one,
                        state,
                        by,
                        clock.instant(),
                        own,
                        decider,
                        decider.isEmpty() ? Optional.empty() : Optional.of(clock.instant()),
                        why));
    }

    @Override
    public void propose(StaffSession session, Person.Key one, Person.Key other) throws AskThePerson {
        put(one, other, State.PROPOSED, session.name(), true, "", "");
    }

    @Override
    public void approve(StaffSession session, Person.Key one, Person.Key other) throws AskThePerson {
        Join now = in(one, other, State.PROPOSED, "no-such-proposal");
        if (now.own()) {
            throw new AskThePerson("another-person-first");
        }
        put(one, other, State.JOINED, now.proposedBy(), false, session.name(), "");
    }

    @Override
    public void decline(StaffSession session, Person.Key one, Person.Key other) throws AskThePerson {
        Join now = in(one, other, State.PROPOSED, "no-such-proposal");
        put(one, other, State.DECLINED, now.proposedBy(), now.own(), session.name(), "");
    }

    @Override
    public void takeApart(StaffSession session, Person.Key one, Person.Key other, String why) throws AskThePerson {
        if (why.isBlank()) {
            throw new AskThePerson("apart-why-missing");
        }
        Join now = in(one, other, State.JOINED, "not-joined");
        put(one, other, State.APART, now.proposedBy(), now.own(), session.name(), why);
    }

    private Join in(Person.Key one, Person.Key other, State state, String otherwise) throws AskThePerson {
        return Optional.ofNullable(all.get(Set.of(one, other)))
                .filter(join -> join.state() == state)
                .orElseThrow(() -> new AskThePerson(otherwise));
    }

    @Override
    public Optional<Join> of(StaffSession session, Person.Key one, Person.Key other) {
        return Optional.ofNullable(all.get(Set.of(one, other)));
    }

    @Override
    public List<Join> all(StaffSession session) {
        return all.values().stream()
                .filter(join -> join.state() == State.PROPOSED || join.state() == State.JOINED)
                .toList();
    }
}
