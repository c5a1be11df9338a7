package org.umbral.clinic.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.umbral.clinic.duplicates.Suggestion.Level;
import org.umbral.clinic.duplicates.Suggestion.Reason;
import org.umbral.scenario.Step;
import org.umbral.shared.casefile.PartialDate;
import org.umbral.shared.casefile.PartialDate.Calendar;

/** The levels of domain notes §4.8. */
class DuplicatesTest {
    private static final String TELEPHONE = "+12025550143";

    @Test
    @Step("SC-07.1")
    void fatimaAtTwoPlacesIsProbableByNameBirthAndTelephoneTogether() {
        Person shelterA = Person.of("a", "p", List.of("Fatima HOSSEINI"), List.of(day(1994, 1, 1)))
                .reachedAt(Set.of(TELEPHONE));
        Person shelterB = Person.of(
                        "b",
                        "p",
                        List.of("Fatemeh HUSSAINI"),
                        List.of(new PartialDate(Calendar.SOLAR_HIJRI, 1372, null, null, false, "")))
                .reachedAt(Set.of(TELEPHONE));
        assertThat(Duplicates.compare(shelterA, shelterB)).get().satisfies(found -> {
            assertThat(found.level()).isEqualTo(Level.PROBABLE);
            assertThat(found.reasons()).containsExactlyInAnyOrder(Reason.NAME, Reason.BIRTH, Reason.TELEPHONE);
        });
    }

    @Test
    void oneANumberIsHardHoweverItIsTypedAndWhateverTheNames() {
        Person one = numbered("a", "Ana Ficticio", "A000-000-012", 1990);
        assertThat(level(one, numbered("b", "Otra Persona", "12", 1990))).isEmpty();
        assertThat(level(one, numbered("b", "Otra Persona", "0000012", 1990))).contains(Level.HARD);
        assertThat(level(one, numbered("b", "Otra Persona", "٠٠٠٠٠٠٠١٢", 1991))).contains(Level.HARD);
    }

    @Test
    void oneANumberOnTwoWhoDifferIsProbablyMistyped() {
        Person one = numbered("a", "Ana Ficticio", "A000-000-012", 1990);
        assertThat(level(one, numbered("b", "Ana Ficticio", "A000-000-012", 1960)))
                .contains(Level.NUMBER_MISTYPED);
        assertThat(level(
                        one.citizenOf(Set.of("MEX")),
                        numbered("b", "Ana Ficticio", "A000-000-012", 1990).citizenOf(Set.of("HTI"))))
                .contains(Level.NUMBER_MISTYPED);
    }

    @Test
    void oneDocumentOrOneReceiptIsHard() {
        Person.Document passport = new Person.Document("PASSPORT", "UTO", "L898902C3");
        Person one = plain("a").withNumbers(Set.of(), Set.of(passport), Set.of());
        assertThat(level(one, plain("b").withNumbers(Set.of(), Set.of(passport), Set.of())))
                .contains(Level.HARD);
        Person.Document elsewhere = new Person.Document("PASSPORT", "XXA", "L898902C3");
        assertThat(level(one, plain("b").withNumbers(Set.of(), Set.of(elsewhere), Set.of())))
                .isEmpty();
        Person receipt = plain("a").withNumbers(Set.of(), Set.of(), Set.of("IOE0000000001"));
        assertThat(level(receipt, plain("b").withNumbers(Set.of(), Set.of(), Set.of("IOE0000000001"))))
                .contains(Level.HARD);
    }

    @Test
    void nameAndBirthAreProbableUnlessTheyAreOfDifferentCountries() {
        Person one = Person.of("a", "p", List.of("Mohammad Ahmadzai"), List.of(day(1990, 5, 2)));
        Person other = Person.of("b", "p", List.of("Muhammad Ahmadzay"), List.of(day(1990, 2, 5)));
        assertThat(level(one, other)).contains(Level.PROBABLE);
        assertThat(level(one.citizenOf(Set.of("AFG")), other)).contains(Level.PROBABLE);
        assertThat(level(one.citizenOf(Set.of("AFG", "PAK")), other.citizenOf(Set.of("PAK"))))
                .contains(Level.PROBABLE);
        assertThat(level(one.citizenOf(Set.of("AFG")), other.citizenOf(Set.of("PAK"))))
                .contains(Level.POSSIBLE);
    }

    @Test
    void aNameWithARelativeAPlaceOrASponsorInCommonIsPossible() {
        Person one = Person.of("a", "p", List.of("Ana Ficticio"), List.of());
        Person other = Person.of("b", "p", List.of("Ana Ficticia"), List.of());
        assertThat(level(one, other)).isEmpty();
        assertThat(level(
                        one.among(List.of("Rosa Prueba"), Set.of(), Set.of()),
                        other.among(List.of("Rosa Prueba"), Set.of(), Set.of())))
                .contains(Level.POSSIBLE);
        assertThat(level(
                        one.among(List.of(), Set.of(), Set.of(TELEPHONE)),
                        other.among(List.of(), Set.of(), Set.of(TELEPHONE))))
                .contains(Level.POSSIBLE);
        assertThat(level(held(one, 1), held(other, 31))).contains(Level.POSSIBLE);
        assertThat(level(held(one, 1), held(other, 40))).isEmpty();
    }

    @Test
    void twoFamiliesThatShareTwoMembersAreProbableForBoth() {
        List<Person> people = List.of(
                possible("a", "mother", "Ana Ficticio", 1980, "MEX"),
                possible("a", "child", "Luis Ficticio", 2015, "MEX"),
                possible("b", "mother", "Ana Ficticia", 1980, "HND"),
                possible("b", "child", "Luis Ficticia", 2015, "HND"),
                possible("c", "mother", "Ana Ficticio", 1980, "GTM"));
        assertThat(Duplicates.find(people, Set.of()))
                .filteredOn(found -> found.reasons().contains(Reason.FAMILY))
                .hasSize(2)
                .allMatch(found -> found.level() == Level.PROBABLE);
    }

    @Test
    void peopleOfOneCaseAndPairsThatStaffFoundDifferentAreNotSuggested() {
        Person one = Person.of("a", "p", List.of("Ana Ficticio"), List.of(day(1990, 5, 2)));
        Person twin = Person.of("a", "q", List.of("Ana Ficticio"), List.of(day(1990, 5, 2)));
        Person other = Person.of("b", "p", List.of("Ana Ficticio"), List.of(day(1990, 5, 2)));
        assertThat(Duplicates.find(List.of(one, twin), Set.of())).isEmpty();
        assertThat(Duplicates.find(List.of(one, other), Set.of())).hasSize(1);
        assertThat(Duplicates.find(List.of(one, other), Set.of(new Duplicates.Different(other.key(), one.key()))))
                .isEmpty();
    }

    @Test
    void whoIsComparedWithWhomDoesNotHangOnTheOrder() {
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            people.add(Person.of("case-" + i, "p", List.of("Yuliia Fiktyvna"), List.of(day(1990, 1 + i % 12, 7))));
        }
        List<Suggestion> forwards = Duplicates.find(people, Set.of());
        Collections.reverse(people);
        assertThat(Duplicates.find(people, Set.of())).isEqualTo(forwards).isNotEmpty();
    }

    private static Optional<Level> level(Person one, Person other) {
        Optional<Level> found = Duplicates.compare(one, other).map(Suggestion::level);
        assertThat(Duplicates.compare(other, one).map(Suggestion::level)).isEqualTo(found);
        // What is found by comparing is also found among many.
        assertThat(Duplicates.find(List.of(one, other), Set.of()).stream()
                        .map(Suggestion::level)
                        .findFirst())
                .isEqualTo(found);
        return found;
    }

    private static Person plain(String caseId) {
        return Person.of(caseId, "p", List.of("Persona " + caseId), List.of());
    }

    private static Person numbered(String caseId, String name, String number, int year) {
        return Person.of(caseId, "p", List.of(name), List.of(PartialDate.ofYear(year)))
                .withNumbers(Set.of(number), Set.of(), Set.of());
    }

    private static Person held(Person person, int day) {
        LocalDate on = LocalDate.of(2026, 9, 30).plusDays(day);
        return person.among(List.of(), Set.of(new Person.Stay("Centro Ficticio", on)), Set.of());
    }

    private static Person possible(String caseId, String id, String name, int year, String country) {
        return Person.of(caseId, id, List.of(name), List.of(day(year, 6, 11))).citizenOf(Set.of(country));
    }

    private static PartialDate day(int year, int month, int day) {
        return PartialDate.of(LocalDate.of(year, month, day));
    }
}
