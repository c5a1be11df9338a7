package org.umbral.clinic.duplicates;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.umbral.shared.doubt.ANumber;

/** A person made ready to be compared many times. */
record Subject(Person person, List<Folded> names, List<Folded> relatives, Set<String> aNumbers) {
    static Subject of(Person person) {
        return new Subject(
                person,
                folded(person.names()),
                folded(person.relatives()),
                person.aNumbers().stream()
                        .flatMap(typed -> ANumber.read(typed).stream())
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static List<Folded> folded(List<String> names) {
        return names.stream()
                .map(Folded::of)
                .filter(name -> !name.words().isEmpty())
                .distinct()
                .toList();
    }
}
