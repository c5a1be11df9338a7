package org.umbral.clinic.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.umbral.clinic.duplicates.Person;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.Held;
import org.umbral.shared.casefile.Item;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.PartialDate;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.catalogue.Catalogue;
import org.umbral.shared.doubt.Telephone;

/**
 * What is compared of the people of a case: every value that anybody wrote. Identity documents are left out while nobody
 * keeps whether their check digits pass.
 */
record CasePeople(Catalogue catalogue, CaseFile caseFile) {
    private static final Set<String> OWN = Set.of("PHONE", "WHATSAPP", "SIGNAL");
    private static final Set<String> UNIQUE = Set.of("USCIS_RECEIPT", "I94_NUMBER");
    private static final Set<String> NEAR = Set.of("PARENT", "CHILD");

    List<Person> all() {
        List<Item> people = items("person", ItemId.CASE);
        return people.stream().map(person -> person(person, people)).toList();
    }

    private Person person(Item person, List<Item> people) {
        return Person.of(
                        caseFile.id().text(),
                        person.id().path(),
                        names(person).toList(),
                        values(person, "PER-11")
                                .flatMap(value -> PartialDate.from(value).stream())
                                .toList())
                .citizenOf(texts("citizenship", person, "PER-18"))
                .withNumbers(aNumbers(person), Set.of(), others(person, UNIQUE))
                .reachedAt(telephones(person))
                .among(relatives(person, people), stays(person), sponsors());
    }

    private Stream<String> names(Item person) {
        Stream<String> whole = Stream.of("PER-02", "PER-03").flatMap(field -> texts(person, field));
        Stream<String> others = texts("othername", person, "PER-09").stream();
        List<String> given = texts(person, "PER-06").toList();
        List<String> parts = texts(person, "PER-05")
                .flatMap(family ->
                        given.isEmpty() ? Stream.of(family) : given.stream().map(first -> first + " " + family))
                .toList();
        return Stream.of(whole, others, parts.isEmpty() ? given.stream() : parts.stream())
                .flatMap(names -> names)
                .filter(name -> !name.isBlank())
                .distinct();
    }

    private Set<String> aNumbers(Item person) {
        Set<String> numbers = new HashSet<>(others(person, Set.of("OTHER_A_NUMBER")));
        texts(person, "PER-21").forEach(numbers::add);
        texts(person, "PER-21A").forEach(numbers::add);
        return numbers;
    }

    private Set<String> others(Item person, Set<String> kinds) {
        return items("otherid", person.id()).stream()
                .filter(item -> texts(item, "PER-24A").anyMatch(kinds::contains))
                .flatMap(item -> texts(item, "PER-24"))
                .map(number -> number.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", ""))
                .filter(number -> !number.isEmpty())
                .collect(Collectors.toSet());
    }

    /** The person's own, and shared with nobody that anybody named. */
    private Set<String> telephones(Item person) {
        return items("contact", person.id()).stream()
                .filter(item -> texts(item, "PER-28A").anyMatch(OWN::contains))
                .filter(item -> texts(item, "PER-28C").allMatch(String::isBlank))
                .flatMap(item -> values(item, "PER-28"))
                .flatMap(value -> number(value).stream())
                .collect(Collectors.toSet());
    }

    private Set<String> sponsors() {
        return items("sponsor", ItemId.CASE).stream()
                .flatMap(sponsor -> values(sponsor, "SPO-05"))
                .flatMap(value -> number(value).stream())
                .collect(Collectors.toSet());
    }

    private static Optional<String> number(Value value) {
        return value.part(Telephone.E164)
                .or(() -> value.asText()
                        .flatMap(typed ->
                                Telephone.hear(typed, Telephone.UNITED_STATES).e164()));
    }

    private List<String> relatives(Item person, List<Item> people) {
        List<String> names = new ArrayList<>();
        for (Item link : items("family", person.id())) {
            if (texts(link, "FAM-01A").anyMatch(NEAR::contains)) {
                texts(link, "FAM-01B").forEach(names::add);
            }
        }
        boolean principal = texts(person, "CAS-08").anyMatch("PRINCIPAL"::equals);
        boolean near = texts(person, "CAS-08").anyMatch(NEAR::contains);
        for (Item other : people) {
            boolean otherIsPrincipal = texts(other, "CAS-08").anyMatch("PRINCIPAL"::equals);
            boolean otherIsNear = texts(other, "CAS-08").anyMatch(NEAR::contains);
            if (principal && otherIsNear || near && otherIsPrincipal) {
                names(other).forEach(names::add);
            }
        }
        return names;
    }

    private Set<Person.Stay> stays(Item person) {
        boolean principal = texts(person, "CAS-08").anyMatch("PRINCIPAL"::equals);
        return principal
                ? items("custody", ItemId.CASE).stream()
                        .flatMap(item -> texts(item, "DET-02")
                                .flatMap(place -> since(item)
                                        .map(day ->
                                                new Person.Stay(place.strip().toUpperCase(Locale.ROOT), day))))
                        .collect(Collectors.toSet())
                : Set.of();
    }

    private Stream<LocalDate> since(Item custody) {
        return values(custody, "DET-04")
                .flatMap(value -> PartialDate.from(value).stream())
                .flatMap(date -> date.earliest().stream());
    }

    private List<Item> items(String group, ItemId parent) {
        return catalogue.items(caseFile, group, parent).stream()
                .filter(item -> item.state() != Item.State.REMOVED)
                .toList();
    }

    private Set<String> texts(String group, Item parent, String field) {
        return items(group, parent.id()).stream()
                .flatMap(item -> texts(item, field))
                .collect(Collectors.toSet());
    }

    private static Stream<String> texts(Item item, String field) {
        return values(item, field).flatMap(value -> value.asText().stream());
    }

    private static Stream<Value> values(Item item, String field) {
        return item.answer(new FieldId(field)).stream()
                .flatMap(answer -> answer.held().stream())
                .map(Held::value)
                .filter(Value::isAnswer);
    }
}
