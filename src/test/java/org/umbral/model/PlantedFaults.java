package org.umbral.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.umbral.shared.casefile.Answer;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.Held;
import org.umbral.shared.casefile.Item;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Write;

/** Folds as other programs have them, each with one fault that loses or hides what somebody wrote. */
final class PlantedFaults {
    private PlantedFaults() {}

    /** For {@code @MethodSource}. */
    static Stream<Arguments> all() {
        return Stream.of(
                fault("the newest by the clock wins", (lead, entries) -> values(real(lead, entries), newest())),
                fault("equal values are one", (lead, entries) -> values(real(lead, entries), PlantedFaults::unequal)),
                fault("what is removed stays removed", (lead, entries) -> removed(real(lead, entries))),
                fault("a join is never undone", (lead, entries) -> real(lead, without(entries, PlantedFaults::undoes))),
                fault("what came last is all that counts", (lead, entries) -> real(lead, lastOf(entries))),
                fault(
                        "what is unknown is dropped",
                        (lead, entries) -> real(lead, without(entries, PlantedFaults::odd))));
    }

    private static Arguments fault(String name, FoldCheck.Folding folding) {
        return Arguments.of(name, folding);
    }

    private static Map<ItemId, Item> real(CaseId lead, List<Entry> entries) {
        return entries.stream().allMatch(entry -> entry.caseId().equals(lead))
                ? CaseFile.fold(lead, entries).items()
                : CaseFile.join(entries, Map.of()).items();
    }

    private static Map<ItemId, Item> values(Map<ItemId, Item> items, Function<List<Held>, List<Held>> which) {
        Map<ItemId, Item> changed = new LinkedHashMap<>();
        items.forEach((id, item) -> {
            TreeMap<FieldId, Answer> answers = new TreeMap<>();
            item.answers()
                    .forEach((field, answer) ->
                            answers.put(field, new Answer(which.apply(answer.held()), answer.every())));
            changed.put(id, new Item(id, item.state(), item.sameAs(), answers));
        });
        return changed;
    }

    private static Function<List<Held>, List<Held>> newest() {
        return held -> List.of(held.stream()
                .max(Comparator.comparing(one -> one.entry().typed()))
                .orElseThrow());
    }

    private static List<Held> unequal(List<Held> held) {
        List<Held> kept = new ArrayList<>();
        for (Held one : held) {
            if (kept.stream().noneMatch(other -> other.value().equals(one.value()))) {
                kept.add(one);
            }
        }
        return kept;
    }

    private static Map<ItemId, Item> removed(Map<ItemId, Item> items) {
        Map<ItemId, Item> changed = new LinkedHashMap<>(items);
        changed.replaceAll((id, item) -> item.state() == Item.State.PRESENT
                ? item
                : new Item(id, Item.State.REMOVED, item.sameAs(), item.answers()));
        return changed;
    }

    private static boolean undoes(Write write) {
        return write.field().equals(FieldId.SAME_AS)
                && !write.value().isTrue()
                && write.value().asText().isEmpty();
    }

    private static boolean odd(Write write) {
        return write.field().prefix().equals("ZZZ");
    }

    private static List<Entry> without(List<Entry> entries, Predicate<Write> which) {
        return entries.stream()
                .map(entry -> entry.with(
                        entry.writes().stream().filter(which.negate()).toList()))
                .toList();
    }

    /** Of each author. */
    private static List<Entry> lastOf(List<Entry> entries) {
        Map<String, Entry> last = new LinkedHashMap<>();
        entries.forEach(entry -> last.put(entry.author().device(), entry));
        return List.copyOf(last.values());
    }
}
