package org.umbral.clinic.duplicates;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.umbral.clinic.duplicates.Suggestion.Level;

/**
 * Finds people of different cases who may be one person, by the levels of domain notes §4.8. Names alone never suggest
 * anything. Pure and thread-safe; holds nothing between calls.
 */
public final class Duplicates {
    private static final int SHARED_MEMBERS = 2;

    private Duplicates() {}

    /** Two people whom staff looked at and found to be two. */
    public record Different(Person.Key one, Person.Key other) {}

    /** What two people have in common, if it is enough to look at; also of one case, where a caller asks for it. */
    public static Optional<Suggestion> compare(Person one, Person other) {
        return Comparison.of(Subject.of(one), Subject.of(other));
    }

    /**
     * Every suggestion among these people, the surest first.
     *
     * @param known pairs that are not suggested again
     */
    public static List<Suggestion> find(Collection<Person> people, Set<Different> known) {
        Set<List<Person.Key>> settled = new HashSet<>();
        known.forEach(pair -> {
            settled.add(List.of(pair.one(), pair.other()));
            settled.add(List.of(pair.other(), pair.one()));
        });
        Map<List<Person.Key>, Suggestion> found = among(people, one -> true);
        found.keySet().removeAll(settled);
        return ordered(found.values());
    }

    /** The same of these cases only, each beside all others: for cases that changed. */
    public static List<Suggestion> around(Set<String> cases, Collection<Person> people) {
        return ordered(
                among(people, one -> cases.contains(one.person().caseId())).values());
    }

    private static Map<List<Person.Key>, Suggestion> among(Collection<Person> people, Predicate<Subject> wanted) {
        Map<List<Person.Key>, Suggestion> found = new HashMap<>();
        new Blocks(people.stream().map(Subject::of).toList())
                .pairs(
                        wanted,
                        (one, other) -> Comparison.of(one, other)
                                .ifPresent(suggestion ->
                                        found.put(List.of(suggestion.first(), suggestion.second()), suggestion)));
        return found;
    }

    private static List<Suggestion> ordered(Collection<Suggestion> found) {
        return families(found).stream()
                .sorted(Comparator.comparing(Suggestion::level)
                        .thenComparing(Suggestion::first)
                        .thenComparing(Suggestion::second))
                .toList();
    }

    /** Two cases that share at least two members, each at least possibly: probable for all of them. */
    private static List<Suggestion> families(Collection<Suggestion> found) {
        Map<List<String>, Set<Person.Key>> firsts = new HashMap<>();
        Map<List<String>, Set<Person.Key>> seconds = new HashMap<>();
        for (Suggestion one : found) {
            firsts.computeIfAbsent(cases(one), none -> new HashSet<>()).add(one.first());
            seconds.computeIfAbsent(cases(one), none -> new HashSet<>()).add(one.second());
        }
        return found.stream()
                .map(one -> one.level() == Level.POSSIBLE
                                && size(firsts, one) >= SHARED_MEMBERS
                                && size(seconds, one) >= SHARED_MEMBERS
                        ? one.asFamily()
                        : one)
                .toList();
    }

    private static int size(Map<List<String>, Set<Person.Key>> members, Suggestion one) {
        return members.getOrDefault(cases(one), Set.of()).size();
    }

    private static List<String> cases(Suggestion one) {
        return List.of(one.first().caseId(), one.second().caseId());
    }
}
