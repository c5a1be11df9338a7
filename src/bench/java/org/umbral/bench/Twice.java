package org.umbral.bench;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.umbral.clinic.duplicates.Duplicates;
import org.umbral.clinic.duplicates.Person;
import org.umbral.clinic.duplicates.Suggestion;
import org.umbral.clinic.duplicates.Suggestion.Level;

/** How often people who came twice are found, and two people are taken for one: by level, with examples of both. */
final class Twice {
    private static final long SEED = 20261122;
    private static final int CASES = 10_000;
    private static final int TWICE_OF_HUNDRED = 10;
    private static final int EXAMPLES = 8;
    private static final int ALL_PAIRS_CASES = 500;
    private static final double MOST_SECONDS = 60;

    private final Map<Person.Key, Person> people = new HashMap<>();

    boolean run() {
        blockingLosesNothing();
        System.out.println();
        boolean met = true;
        for (int cases : List.of(CASES / 10, CASES)) {
            met &= measure(cases);
        }
        return met;
    }

    private boolean measure(int cases) {
        TwicePeople made = new TwicePeople(SEED).fill(cases, TWICE_OF_HUNDRED);
        people.clear();
        made.people.forEach(person -> people.put(person.key(), person));
        long start = System.nanoTime();
        List<Suggestion> found = Duplicates.find(made.people, Set.of());
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "%,d cases, %,d people, %,d pairs that are one (seed %d): %,d suggestions in %.1f s%n",
                cases, made.people.size(), made.same.size(), SEED, found.size(), seconds);
        byLevel(made, found);
        missed(made, found);
        taken(made, found);
        return seconds <= MOST_SECONDS;
    }

    private static void byLevel(TwicePeople made, List<Suggestion> found) {
        Map<Level, int[]> levels = new TreeMap<>();
        for (Suggestion one : found) {
            int[] counts = levels.computeIfAbsent(one.level(), none -> new int[2]);
            counts[isSame(made, one) ? 0 : 1]++;
        }
        int right = 0;
        int all = 0;
        for (Map.Entry<Level, int[]> level : levels.entrySet()) {
            right += level.getValue()[0];
            all += level.getValue()[0] + level.getValue()[1];
            System.out.printf(
                    "  %-16s right %,6d, wrong %,6d; this level and surer: precision %.3f, recall %.3f%n",
                    level.getKey(),
                    level.getValue()[0],
                    level.getValue()[1],
                    (double) right / all,
                    (double) right / made.same.size());
        }
    }

    /** One person who stays two. */
    private void missed(TwicePeople made, List<Suggestion> found) {
        Set<Duplicates.Different> left = new HashSet<>(made.same);
        found.forEach(one -> left.remove(new Duplicates.Different(one.first(), one.second())));
        System.out.printf("  missed %,d:%n", left.size());
        left.stream()
                .sorted((a, b) -> a.one().compareTo(b.one()))
                .limit(EXAMPLES)
                .forEach(pair -> show(pair.one(), pair.other()));
    }

    /** Two people who would be taken for one. */
    private void taken(TwicePeople made, List<Suggestion> found) {
        System.out.println("  taken for one though they are two:");
        found.stream().filter(one -> !isSame(made, one)).limit(EXAMPLES).forEach(one -> {
            System.out.print("    " + one.level());
            show(one.first(), one.second());
        });
    }

    private void show(Person.Key one, Person.Key other) {
        System.out.println("    " + say(one) + "  |  " + say(other));
    }

    private String say(Person.Key key) {
        Person person = people.get(key);
        return person == null
                ? "?"
                : person.names().get(0) + " " + person.births().get(0).toValue().json() + " " + person.citizenships();
    }

    private static boolean isSame(TwicePeople made, Suggestion one) {
        return made.same.contains(new Duplicates.Different(one.first(), one.second()));
    }

    /** Beside comparing each with each. */
    private static void blockingLosesNothing() {
        TwicePeople made = new TwicePeople(SEED + 1).fill(ALL_PAIRS_CASES, TWICE_OF_HUNDRED);
        Set<Duplicates.Different> blocked = new HashSet<>();
        Duplicates.find(made.people, Set.of())
                .forEach(one -> blocked.add(new Duplicates.Different(one.first(), one.second())));
        int all = 0;
        int lost = 0;
        int lostSame = 0;
        for (int i = 0; i < made.people.size(); i++) {
            for (int j = i + 1; j < made.people.size(); j++) {
                Person a = made.people.get(i);
                Person b = made.people.get(j);
                if (!a.caseId().equals(b.caseId()) && Duplicates.compare(a, b).isPresent()) {
                    Duplicates.Different pair = new Duplicates.Different(a.key(), b.key());
                    all++;
                    lost += blocked.contains(pair) ? 0 : 1;
                    lostSame += !blocked.contains(pair) && made.same.contains(pair) ? 1 : 0;
                }
            }
        }
        System.out.printf(
                "each with each of %,d people: %,d suggestions; blocking loses %,d of them, %,d of these one person%n",
                made.people.size(), all, lost, lostSame);
    }
}
