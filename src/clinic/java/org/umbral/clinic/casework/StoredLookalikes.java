package org.umbral.clinic.casework;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.umbral.clinic.audit.Audit;
import org.umbral.clinic.duplicates.Duplicates;
import org.umbral.clinic.duplicates.Person;
import org.umbral.clinic.duplicates.Suggestion;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.clinic.store.JoinRows;
import org.umbral.clinic.store.LookalikeRows;
import org.umbral.clinic.store.LookalikeRows.MatchCard;
import org.umbral.clinic.store.LookalikeRows.Pair;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.GiveUp;
import org.umbral.shared.TryAgain;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.catalogue.Catalogue;
import org.umbral.shared.secret.AesKey;

/**
 * Catches up when it is asked: cases that changed since are compared with all others, and what was found is kept sealed.
 * Holds no key and no person between two calls.
 */
final class StoredLookalikes implements Lookalikes {
    private static final int AT_ONCE = 200;

    private final LookalikeRows rows;
    private final JoinRows joins;
    private final OpenPairs open;
    private final MayKnowNotice notice;
    private final SealedCases cases;
    private final Catalogue catalogue;
    private final Visible visible;
    private final Audit audit;
    private final ReentrantLock catchingUp = new ReentrantLock();

    StoredLookalikes(
            LookalikeRows rows,
            JoinRows joins,
            MayKnowNotice notice,
            SealedCases cases,
            Visible visible,
            Catalogue catalogue,
            Audit audit) {
        this.rows = rows;
        this.joins = joins;
        this.open = new OpenPairs(rows, joins);
        this.notice = notice;
        this.cases = cases;
        this.visible = visible;
        this.catalogue = catalogue;
        this.audit = audit;
    }

    @Override
    public List<Suggestion> all(StaffSession session) throws AskThePerson, TryAgain {
        AesKey key = key(session);
        catchUp(key);
        notice.deliver(session.ring());
        return seen(session, open.of(key, rows.all()));
    }

    @Override
    public List<Suggestion> of(StaffSession session, String caseId) throws AskThePerson, TryAgain {
        AesKey key = key(session);
        catchUp(key);
        notice.deliver(session.ring());
        return seen(session, beside(key, caseId));
    }

    @Override
    public List<Suggestion> known(StaffSession session, String caseId) throws AskThePerson, TryAgain {
        return seen(session, beside(key(session), caseId));
    }

    private List<Suggestion> beside(AesKey key, String caseId) throws TryAgain {
        List<Pair> pairs = new ArrayList<>();
        for (CaseId member : new OneCases(cases, joins).same().with(new CaseId(caseId))) {
            pairs.addAll(rows.of(member.text()));
        }
        return open.of(key, pairs).stream().distinct().toList();
    }

    @Override
    public Compared compare(StaffSession session, Person.Key one, Person.Key other) throws AskThePerson, TryAgain {
        AesKey key = key(session);
        requireVisible(session, one, other);
        boolean inOrder = one.compareTo(other) <= 0;
        Person first = person(key, inOrder ? one : other);
        Person second = person(key, inOrder ? other : one);
        Suggestion suggestion = found(key, first, second);
        audit.append(session.staff(), Audit.Action.CASE_OPENED, first.caseId());
        audit.append(session.staff(), Audit.Action.CASE_OPENED, second.caseId());
        return new Compared(suggestion, first, second);
    }

    @Override
    public void different(StaffSession session, Person.Key one, Person.Key other) throws AskThePerson, TryAgain {
        key(session);
        requireVisible(session, one, other);
        Pair pair = pair(one, other);
        rows.different(pair);
        audit.append(session.staff(), Audit.Action.FOUND_DIFFERENT, pair.firstCase() + " " + pair.secondCase());
        notice.deliver(session.ring());
    }

    private List<Suggestion> seen(StaffSession session, List<Suggestion> all) throws TryAgain {
        Set<String> hidden = visible.hidden(session);
        return all.stream()
                .filter(one -> !hidden.contains(one.first().caseId())
                        && !hidden.contains(one.second().caseId()))
                .toList();
    }

    private void requireVisible(StaffSession session, Person.Key one, Person.Key other) throws AskThePerson, TryAgain {
        Set<String> hidden = visible.hidden(session);
        if (hidden.contains(one.caseId()) || hidden.contains(other.caseId())) {
            throw new AskThePerson("no-such-pair");
        }
    }

    private static AesKey key(StaffSession session) throws AskThePerson {
        if (!session.role().worksOnCases()) {
            throw new AskThePerson("not-your-role");
        }
        return session.ring().staffKey();
    }

    /** What was found; of people who are joined also where it is no longer found. */
    private Suggestion found(AesKey key, Person first, Person second) throws AskThePerson, TryAgain {
        Pair wanted = new Pair(first.caseId(), first.id(), second.caseId(), second.id(), false, new byte[0]);
        return joins.find(wanted).isPresent()
                ? Duplicates.compare(first, second)
                        .orElse(new Suggestion(first.key(), second.key(), Suggestion.Level.POSSIBLE, Set.of()))
                : OpenPairs.open(key, pair(first.key(), second.key()));
    }

    private Pair pair(Person.Key one, Person.Key other) throws AskThePerson, TryAgain {
        boolean inOrder = one.compareTo(other) <= 0;
        Person.Key first = inOrder ? one : other;
        Person.Key second = inOrder ? other : one;
        return rows.of(first.caseId()).stream()
                .filter(pair -> !pair.different()
                        && OpenPairs.first(pair).equals(first)
                        && OpenPairs.second(pair).equals(second))
                .findFirst()
                .orElseThrow(() -> new AskThePerson("no-such-pair"));
    }

    private Person person(AesKey key, Person.Key who) throws AskThePerson, TryAgain {
        CaseId id = caseId(who);
        return new CasePeople(catalogue, readByAll(key, id))
                .all().stream()
                        .filter(person -> person.key().equals(who))
                        .findFirst()
                        .orElseThrow(() -> new AskThePerson("no-such-pair"));
    }

    private static CaseId caseId(Person.Key who) throws AskThePerson {
        try {
            return new CaseId(who.caseId());
        } catch (IllegalArgumentException noCase) {
            throw new AskThePerson("no-such-pair");
        }
    }

    /** Never what only some of the staff read: cards are sealed under the key of all who read cases. */
    private CaseFile readByAll(AesKey staffKey, CaseId id) throws TryAgain {
        return CaseFile.fold(id, cases.entries(staffKey, id));
    }

    private void catchUp(AesKey key) throws TryAgain {
        catchingUp.lock();
        try {
            compare(key, rows.changed());
        } finally {
            catchingUp.unlock();
        }
    }

    @Override
    public void keepUp(StaffSession session) throws AskThePerson, TryAgain {
        AesKey key = key(session);
        if (catchingUp.tryLock()) {
            try {
                Map<String, String> some = new HashMap<>();
                rows.changed().entrySet().stream()
                        .limit(AT_ONCE)
                        .forEach(one -> some.put(one.getKey(), one.getValue()));
                compare(key, some);
            } finally {
                catchingUp.unlock();
            }
            notice.deliver(session.ring());
        }
    }

    /** These with all others. */
    private void compare(AesKey key, Map<String, String> changed) throws TryAgain {
        if (changed.isEmpty()) {
            return;
        }
        List<Person> people = new ArrayList<>();
        for (MatchCard card : rows.cards()) {
            if (!changed.containsKey(card.caseId())) {
                people.addAll(open(key, card));
            }
        }
        List<MatchCard> cards = new ArrayList<>();
        for (String caseId : changed.keySet()) {
            List<Person> here = people(key, new CaseId(caseId));
            cards.add(new MatchCard(caseId, key.seal(PersonJson.write(here), place(caseId))));
            people.addAll(here);
        }
        List<Pair> found = Duplicates.around(changed.keySet(), people).stream()
                .map(suggestion -> OpenPairs.seal(key, suggestion))
                .toList();
        rows.write(changed, cards, found);
    }

    /** Nobody of a case that does not open: it keeps no other from being compared, and is compared when it changes. */
    private List<Person> people(AesKey key, CaseId id) throws TryAgain {
        try {
            return new CasePeople(catalogue, readByAll(key, id)).all();
        } catch (TryAgain failed) {
            if (failed.reason().equals(SealedCases.DAMAGED)) {
                return List.of();
            }
            throw failed;
        }
    }

    /** A card that does not open hides its case's people until the case changes; the case itself opens as before. */
    private static List<Person> open(AesKey key, MatchCard card) {
        try {
            return PersonJson.read(card.caseId(), key.open(card.sealed(), place(card.caseId())));
        } catch (GiveUp damaged) {
            return List.of();
        }
    }

    private static byte[] place(String caseId) {
        return ("match_cards|" + caseId + "|sealed").getBytes(StandardCharsets.UTF_8);
    }
}
