package org.umbral.shared.casefile;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * What a case holds for one field of one item: one value normally, several where two people wrote apart.
 *
 * @param held the values that no other write has seen, in the order of their write ids, without forgotten ones where there are
 *     others; never empty
 * @param every all writes of the field and item: what the next write names as seen
 */
public record Answer(List<Held> held, SortedSet<WriteId> every) {
    public Answer {
        held = known(held);
    }

    /** What was forgotten stands beside nothing; alone it stands. */
    private static List<Held> known(List<Held> held) {
        List<Held> known =
                held.stream().filter(one -> !one.value().isForgotten()).toList();
        return known.isEmpty() ? List.copyOf(held) : known;
    }

    public boolean isConflict() {
        return held.size() > 1 && held.stream().map(Held::value).distinct().count() > 1;
    }

    /** The value, where there is no conflict. */
    public Optional<Value> settled() {
        return isConflict() ? Optional.empty() : Optional.of(held.get(0).value());
    }

    /** The first value of {@code protective} that is held, else the first held: what rules and gates go by. */
    public Value mostProtective(List<String> protective) {
        for (String code : protective) {
            for (Held one : held) {
                if (one.value().asChoices().contains(code)) {
                    return one.value();
                }
            }
        }
        return held.get(0).value();
    }
}
