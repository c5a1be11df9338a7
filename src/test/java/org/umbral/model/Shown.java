package org.umbral.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.umbral.shared.casefile.Answer;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.Held;
import org.umbral.shared.casefile.Item;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.casefile.WriteId;

/** What a case shows, as lines that can be compared and read: of each item its state, and of each field what stands. */
final class Shown {
    /** The values that protect somebody most, the first before the others. */
    static final List<String> PROTECTIVE = List.of("WITHDRAWN", "REFUSED");

    private Shown() {}

    static Map<ItemId, String> of(Map<ItemId, Item> items) {
        Map<ItemId, String> shown = new LinkedHashMap<>();
        items.forEach((id, item) -> {
            StringBuilder lines = new StringBuilder(state(item.state(), item.sameAs()));
            item.answers().forEach((field, answer) -> lines.append(line(field, answer)));
            shown.put(id, lines.toString());
        });
        return shown;
    }

    private static String line(FieldId field, Answer answer) {
        List<WriteId> held = answer.held().stream().map(Held::id).toList();
        return line(field, held, answer.every(), answer.isConflict(), answer.mostProtective(PROTECTIVE));
    }

    static String state(Item.State state, SortedSet<ItemId> others) {
        return state + (others.isEmpty() ? "" : ", also written to as " + others);
    }

    static String line(FieldId field, List<WriteId> held, SortedSet<WriteId> every, boolean conflict, Value counts) {
        return "\n    " + field + (conflict ? " in conflict, counts as " + counts.json() + "," : "") + " holds " + held
                + " of " + every;
    }
}
