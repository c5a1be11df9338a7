package org.umbral.clinic.casework;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.umbral.clinic.duplicates.Person;
import org.umbral.clinic.duplicates.Suggestion;
import org.umbral.clinic.store.JoinRows;
import org.umbral.clinic.store.LookalikeRows;
import org.umbral.clinic.store.LookalikeRows.Pair;
import org.umbral.shared.GiveUp;
import org.umbral.shared.Json;
import org.umbral.shared.TryAgain;
import org.umbral.shared.secret.AesKey;

/** Pairs as they are kept, sealed, and which of them wait for somebody to look. */
record OpenPairs(LookalikeRows rows, JoinRows joins) {
    /** Those of all pairs that nobody settled, and that nobody took apart after they had been one. */
    List<Suggestion> undecided(AesKey key) throws TryAgain {
        List<Pair> apart =
                joins.in(Joins.State.APART.name()).stream().map(JoinNotes::pair).toList();
        return of(
                key,
                rows.all().stream()
                        .filter(pair -> apart.stream().noneMatch(pair::isOf))
                        .toList());
    }

    /** Those of these pairs that nobody settled, the surest first. */
    List<Suggestion> of(AesKey key, List<Pair> pairs) throws TryAgain {
        List<Pair> joined = joins.in(Joins.State.JOINED.name()).stream()
                .map(JoinNotes::pair)
                .toList();
        List<Suggestion> all = new ArrayList<>();
        for (Pair pair : pairs) {
            if (!pair.different() && joined.stream().noneMatch(pair::isOf)) {
                all.add(open(key, pair));
            }
        }
        all.sort(Comparator.comparing(Suggestion::level)
                .thenComparing(Suggestion::first)
                .thenComparing(Suggestion::second));
        return all;
    }

    static Pair seal(AesKey key, Suggestion found) {
        var json = Json.object().put("level", found.level().name());
        var reasons = json.putArray("reasons");
        found.reasons().forEach(reason -> reasons.add(reason.name()));
        Person.Key first = found.first();
        Person.Key second = found.second();
        return new Pair(
                first.caseId(),
                first.id(),
                second.caseId(),
                second.id(),
                false,
                key.seal(Json.write(json), place(first, second)));
    }

    static Suggestion open(AesKey key, Pair pair) throws TryAgain {
        try {
            var json = Json.tree(key.open(pair.sealed(), place(first(pair), second(pair))));
            Set<Suggestion.Reason> reasons = EnumSet.noneOf(Suggestion.Reason.class);
            json.path("reasons").forEach(reason -> reasons.add(Suggestion.Reason.valueOf(reason.asText())));
            return new Suggestion(
                    first(pair),
                    second(pair),
                    Suggestion.Level.valueOf(json.path("level").asText()),
                    reasons);
        } catch (GiveUp damaged) {
            throw new TryAgain("stored-case-damaged", damaged);
        }
    }

    static Person.Key first(Pair pair) {
        return new Person.Key(pair.firstCase(), pair.firstPerson());
    }

    static Person.Key second(Pair pair) {
        return new Person.Key(pair.secondCase(), pair.secondPerson());
    }

    private static byte[] place(Person.Key first, Person.Key second) {
        return String.join("|", "lookalikes", first.caseId(), first.id(), second.caseId(), second.id(), "sealed")
                .getBytes(StandardCharsets.UTF_8);
    }
}
