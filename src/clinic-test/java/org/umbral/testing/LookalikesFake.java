package org.umbral.testing;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import org.umbral.clinic.casework.Lookalikes;
import org.umbral.clinic.duplicates.Duplicates;
import org.umbral.clinic.duplicates.Person;
import org.umbral.clinic.duplicates.Suggestion;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.casefile.PartialDate;

/** People in a list, compared by the real rules. */
public final class LookalikesFake implements Lookalikes {
    private final List<Person> people = new CopyOnWriteArrayList<>();
    private final List<Duplicates.Different> different = new CopyOnWriteArrayList<>();
    private final Set<Person.Key> joined = new CopyOnWriteArraySet<>();

    /** Two women of scenario SC-07, of whom the second has a hostile name besides. */
    public LookalikesFake withFatima(String firstCase, String secondCase) {
        people.add(Person.of(
                        firstCase,
                        "fatima",
                        List.of("Fatima HOSSEINI", "فاطمه حسینی"),
                        List.of(PartialDate.of(LocalDate.of(1994, 1, 1))))
                .citizenOf(Set.of("AFG"))
                .reachedAt(Set.of("+12025550143")));
        people.add(Person.of(
                        secondCase,
                        "fatemeh",
                        List.of("Fatemeh HUSSAINI", "<b>Fatemeh</b> HUSSAINI"),
                        List.of(new PartialDate(PartialDate.Calendar.SOLAR_HIJRI, 1372, null, null, false, "1372")))
                .reachedAt(Set.of("+12025550143"))
                .among(List.of("Ahmad Hussaini"), Set.of(), Set.of()));
        return this;
    }

    /** They are one, and nobody asks about them any more. */
    void joined(Person.Key one, Person.Key other) {
        joined.addAll(Set.of(one, other));
    }

    /** The one person of the case. */
    Person.Key keyOf(String caseId) {
        return people.stream()
                .map(Person::key)
                .filter(key -> key.caseId().equals(caseId))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public List<Suggestion> all(StaffSession session) {
        return found().stream()
                .filter(one -> !joined.containsAll(Set.of(one.first(), one.second())))
                .toList();
    }

    private List<Suggestion> found() {
        return Duplicates.find(people, Set.copyOf(different));
    }

    @Override
    public List<Suggestion> of(StaffSession session, String caseId) {
        return all(session).stream()
                .filter(one -> one.first().caseId().equals(caseId)
                        || one.second().caseId().equals(caseId))
                .toList();
    }

    @Override
    public List<Suggestion> known(StaffSession session, String caseId) {
        return of(session, caseId);
    }

    @Override
    public void keepUp(StaffSession session) {}

    @Override
    public Compared compare(StaffSession session, Person.Key one, Person.Key other) throws AskThePerson {
        Suggestion found = found().stream()
                .filter(suggestion ->
                        Set.of(suggestion.first(), suggestion.second()).equals(Set.of(one, other)))
                .findFirst()
                .orElseThrow(() -> new AskThePerson("no-such-pair"));
        return new Compared(found, person(found.first()), person(found.second()));
    }

    private Person person(Person.Key key) {
        return people.stream()
                .filter(person -> person.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void different(StaffSession session, Person.Key one, Person.Key other) {
        different.add(new Duplicates.Different(one, other));
    }
}
