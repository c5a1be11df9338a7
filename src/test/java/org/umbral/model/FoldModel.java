package org.umbral.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.Item;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.casefile.WriteId;

/**
 * A case as design §3 has it, as naively as can be: every write is compared with every other, nothing is remembered. A
 * value stands while no other write of that field and item has seen it; an item is removed by a standing removal, and
 * brought back by a write of it or below it that the removal did not see.
 */
final class FoldModel {
    private final List<Said> writes = new ArrayList<>();
    private final Sameness same;

    FoldModel(CaseId lead, Collection<Entry> entries) {
        List<Entry> once = new ArrayList<>();
        for (Entry entry : entries) {
            if (once.stream().noneMatch(other -> other.id().equals(entry.id()))) {
                once.add(entry);
            }
        }
        for (Entry entry : once) {
            for (int place = 0; place < entry.writes().size(); place++) {
                writes.add(Said.of(entry, place, lead));
            }
        }
        writes.sort(Comparator.comparing(Said::id));
        same = new Sameness(writes);
    }

    /** As {@link Shown#of} says it of a folded case. */
    Map<ItemId, String> shown() {
        Map<ItemId, String> shown = new LinkedHashMap<>();
        TreeSet<ItemId> homes = new TreeSet<>();
        writes.forEach(said -> homes.add(same.home(said.item())));
        for (ItemId home : homes) {
            StringBuilder lines = new StringBuilder(Shown.state(state(home), others(home)));
            for (FieldId field : fields(home)) {
                List<Said> held = held(home, field);
                List<Value> values = held.stream()
                        .map(said -> said.write().value())
                        .distinct()
                        .toList();
                List<WriteId> ids = held.stream().map(Said::id).toList();
                TreeSet<WriteId> every = new TreeSet<>();
                all(home, field).forEach(said -> every.add(said.id()));
                lines.append(Shown.line(field, ids, every, values.size() > 1, mostProtective(values)));
            }
            shown.put(home, lines.toString());
        }
        return shown;
    }

    private static Value mostProtective(List<Value> values) {
        for (String protective : Shown.PROTECTIVE) {
            if (values.contains(Value.text(protective))) {
                return Value.text(protective);
            }
        }
        return values.get(0);
    }

    /** What a write of this field and item that is written now has seen. */
    TreeSet<WriteId> seen(ItemId item, FieldId field) {
        ItemId home = same.home(item);
        TreeSet<WriteId> seen = new TreeSet<>();
        for (Said said : writes) {
            ItemId at = same.home(said.item());
            boolean same = at.equals(home) && said.field().equals(field);
            if (same || field.equals(FieldId.REMOVED) && home.holds(at)) {
                seen.add(said.id());
            }
        }
        return seen;
    }

    ItemId home(ItemId item) {
        return same.home(item);
    }

    List<Said> writes() {
        return writes;
    }

    /** The writes of a field that stand; all, where each says that it saw the other, which is forged; known before forgotten. */
    List<Said> held(ItemId home, FieldId field) {
        List<Said> all = all(home, field);
        List<Said> standing = all.stream()
                .filter(said -> !said.isSeenByAnother(field.equals(FieldId.SAME_AS) ? writes : all, field))
                .toList();
        List<Said> left = standing.isEmpty() ? all : standing;
        List<Said> known = left.stream()
                .filter(said -> !said.write().value().isForgotten())
                .toList();
        return known.isEmpty() ? left : known;
    }

    private List<Said> all(ItemId home, FieldId field) {
        return writes.stream()
                .filter(said ->
                        said.field().equals(field) && same.home(said.item()).equals(home))
                .toList();
    }

    private TreeSet<FieldId> fields(ItemId home) {
        TreeSet<FieldId> fields = new TreeSet<>();
        writes.stream().filter(said -> same.home(said.item()).equals(home)).forEach(said -> fields.add(said.field()));
        return fields;
    }

    private TreeSet<ItemId> others(ItemId home) {
        TreeSet<ItemId> others = new TreeSet<>();
        writes.stream()
                .map(Said::item)
                .filter(item -> same.home(item).equals(home) && !item.equals(home))
                .forEach(others::add);
        return others;
    }

    private Item.State state(ItemId home) {
        List<Said> all = all(home, FieldId.REMOVED);
        List<Said> removals = all.stream()
                .filter(said -> !said.isSeenByAnother(all, FieldId.REMOVED))
                .filter(said -> said.write().value().isTrue())
                .toList();
        if (removals.isEmpty()) {
            return Item.State.PRESENT;
        }
        boolean seenWhole = removals.stream().allMatch(removal -> hasSeenAll(removal, home));
        return seenWhole ? Item.State.REMOVED : Item.State.REMOVED_HERE_CHANGED_THERE;
    }

    private boolean hasSeenAll(Said removal, ItemId home) {
        return writes.stream()
                .filter(said -> home.holds(same.home(said.item())))
                .filter(said -> !said.field().equals(FieldId.REMOVED))
                .allMatch(said -> removal.write().seen().contains(said.id()));
    }
}
