package org.umbral.shared.casefile;

import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * A person, sponsor, page … of a case, or the case itself.
 *
 * @param state whether it was removed
 * @param id where it stands: the least deep of those that are one, of these the least id, below where its parent stands
 * @param sameAs the other ids under which entries write to it
 */
public record Item(ItemId id, State state, SortedSet<ItemId> sameAs, SortedMap<FieldId, Answer> answers) {
    /** What became of an item. */
    public enum State {
        PRESENT,
        /** Removed, and nothing was written that the removal had not seen. */
        REMOVED,
        /** Removed by one author while another wrote to it: shown to both, nothing is lost. */
        REMOVED_HERE_CHANGED_THERE
    }

    public Item {
        answers = Collections.unmodifiableSortedMap(new TreeMap<>(answers));
    }

    public Optional<Answer> answer(FieldId field) {
        return Optional.ofNullable(answers.get(field));
    }

    /** The settled value's text; empty where there is none, a conflict, or no text. */
    public Optional<String> text(String field) {
        return answer(new FieldId(field)).flatMap(Answer::settled).flatMap(Value::asText);
    }

    /** True where some value of the field answers the question. */
    public boolean has(String field) {
        return answer(new FieldId(field)).stream()
                .flatMap(answer -> answer.held().stream())
                .anyMatch(held -> held.value().isAnswer());
    }

    /** True where any of these fields stands here. */
    public boolean isOf(Collection<FieldId> fields) {
        return fields.stream().anyMatch(answers::containsKey);
    }

    int order() {
        return answer(FieldId.ORDER).stream()
                .flatMap(answer -> answer.held().stream())
                .flatMap(held -> held.value().asNumber().stream())
                .min(Integer::compare)
                .orElse(Integer.MAX_VALUE);
    }
}
