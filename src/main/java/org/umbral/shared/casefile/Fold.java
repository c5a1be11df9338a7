package org.umbral.shared.casefile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * From entries to items. A write is current while no other write of its field and item that is held names it as seen; an
 * item is removed while a current removal has seen every write of it and its children. Items that are one stand under the
 * least of their ids, the least deep first, and what stands below any of them stands below that: its home. What was written
 * while two items were one hides nothing of the other once they are two again.
 */
final class Fold {
    /** The less deep, of those the lower. */
    private static final Comparator<ItemId> LESS =
            Comparator.comparingInt(ItemId::depth).thenComparing(Comparator.naturalOrder());

    private final CaseId lead;
    private final SortedMap<ItemId, SortedMap<FieldId, List<Held>>> every = new TreeMap<>();
    private final Map<ItemId, ItemId> leaders = new HashMap<>();
    /** The {@code same-as} writes that nothing undid. */
    private final Map<Held, ItemId> joins = new TreeMap<>(Comparator.comparing(Held::id));

    /** @param alike items that are one beside those that a write says so of */
    Fold(CaseId lead, Collection<Entry> entries, Map<ItemId, ItemId> alike) {
        this.lead = lead;
        for (Entry entry : entries) {
            for (int place = 0; place < entry.writes().size(); place++) {
                Write write = entry.writes().get(place);
                every.computeIfAbsent(place(entry, write), item -> new TreeMap<>())
                        .computeIfAbsent(write.field(), field -> new ArrayList<>())
                        .add(new Held(entry.writeId(place), write.value(), entry));
            }
        }
        joinSameItems(alike);
    }

    /** What was said of the intake itself stays with its intake, also where several cases are one. */
    private ItemId place(Entry entry, Write write) {
        boolean ofIntake = write.item().equals(ItemId.CASE) && write.field().isOfIntake();
        return ofIntake && !entry.caseId().equals(lead)
                ? ItemId.standingFor(entry.caseId().text())
                : write.item();
    }

    SortedMap<ItemId, Item> items() {
        SortedMap<ItemId, SortedSet<ItemId>> groups = new TreeMap<>();
        for (ItemId item : every.keySet()) {
            groups.computeIfAbsent(home(item), home -> new TreeSet<>()).add(item);
        }
        SortedMap<ItemId, Item> items = new TreeMap<>();
        groups.forEach((home, members) -> {
            SortedMap<FieldId, List<Held>> fields = fields(members);
            SortedMap<FieldId, Answer> answers = new TreeMap<>();
            fields.forEach((field, writes) -> answers.put(field, answer(field, writes)));
            SortedSet<ItemId> others = new TreeSet<>(members);
            others.remove(home);
            items.put(home, new Item(home, state(home, fields), Collections.unmodifiableSortedSet(others), answers));
        });
        return items;
    }

    /** Where an item stands; itself where it is one with no other and stands below no such item. */
    ItemId home(ItemId item) {
        if (leaders.isEmpty()) {
            return item;
        }
        ItemId at = item.parent().map(parent -> below(home(parent), item)).orElse(item);
        ItemId leader = leaders.get(at);
        // A leader is above the item or before it at the same depth, and so is all below the one to all below the
        // other:
        // so this ends, and no item gets deeper.
        return leader == null ? at : home(leader);
    }

    private static ItemId below(ItemId parent, ItemId item) {
        return item.parent().equals(Optional.of(parent)) ? item : parent.child(item.last());
    }

    private Item.State state(ItemId home, SortedMap<FieldId, List<Held>> fields) {
        boolean removed = false;
        boolean changedThere = false;
        for (Held removal : current(fields.getOrDefault(FieldId.REMOVED, List.of()))) {
            if (removal.value().isTrue()) {
                removed = true;
                changedThere |= holdsMoreThan(home, seenBy(removal));
            }
        }
        if (!removed) {
            return Item.State.PRESENT;
        }
        return changedThere ? Item.State.REMOVED_HERE_CHANGED_THERE : Item.State.REMOVED;
    }

    private boolean holdsMoreThan(ItemId home, SortedSet<WriteId> seen) {
        return every.entrySet().stream()
                .filter(entry -> home.holds(home(entry.getKey())))
                .flatMap(entry -> entry.getValue().entrySet().stream())
                .filter(field -> !field.getKey().equals(FieldId.REMOVED))
                .flatMap(field -> field.getValue().stream())
                .anyMatch(held -> !seen.contains(held.id()));
    }

    /** One join can make what another names stand elsewhere, so they are gone through until nothing moves. */
    private void joinSameItems(Map<ItemId, ItemId> alike) {
        every.forEach((item, fields) ->
                fields.getOrDefault(FieldId.SAME_AS, List.of()).forEach(held -> joins.put(held, item)));
        joins.keySet().retainAll(new HashSet<>(current(List.copyOf(joins.keySet()))));
        Set<ItemId> said = withAllAbove(every.keySet());
        boolean moved = !joins.isEmpty() || !alike.isEmpty();
        while (moved) {
            moved = false;
            Set<ItemId> standing =
                    withAllAbove(every.keySet().stream().map(this::home).toList());
            for (Map.Entry<Held, ItemId> same : joins.entrySet()) {
                Optional<ItemId> other = same.getKey()
                        .value()
                        .asText()
                        .flatMap(Fold::itemId)
                        .filter(item -> said.contains(item) || standing.contains(home(item)));
                moved |= other.isPresent() && join(same.getValue(), other.get());
            }
            for (Map.Entry<ItemId, ItemId> pair : alike.entrySet()) {
                moved |= join(pair.getKey(), pair.getValue());
            }
        }
    }

    private static Set<ItemId> withAllAbove(Collection<ItemId> items) {
        Set<ItemId> all = new HashSet<>();
        for (ItemId item : items) {
            for (Optional<ItemId> at = Optional.of(item); at.isPresent() && all.add(at.get()); ) {
                at = at.get().parent();
            }
        }
        return all;
    }

    private static Optional<ItemId> itemId(String path) {
        try {
            return Optional.of(new ItemId(path));
        } catch (IllegalArgumentException notAnItem) {
            return Optional.empty();
        }
    }

    /** Whether they were two. The lesser leads, so that the order in which joins are met does not matter. */
    private boolean join(ItemId one, ItemId other) {
        ItemId first = home(one);
        ItemId second = home(other);
        if (first.equals(second)) {
            return false;
        }
        boolean firstLeads = LESS.compare(first, second) < 0;
        leaders.put(firstLeads ? second : first, firstLeads ? first : second);
        return true;
    }

    private SortedMap<FieldId, List<Held>> fields(SortedSet<ItemId> members) {
        SortedMap<FieldId, List<Held>> fields = new TreeMap<>();
        for (ItemId member : members) {
            every.getOrDefault(member, Collections.emptySortedMap())
                    .forEach((field, writes) -> fields.computeIfAbsent(field, f -> new ArrayList<>())
                            .addAll(writes));
        }
        return fields;
    }

    private Answer answer(FieldId field, List<Held> writes) {
        if (writes.size() == 1) {
            return new Answer(writes, new TreeSet<>(Set.of(writes.get(0).id())));
        }
        TreeSet<WriteId> ids = new TreeSet<>();
        writes.forEach(write -> ids.add(write.id()));
        List<Held> sorted =
                writes.stream().sorted(Comparator.comparing(Held::id)).toList();
        List<Held> held = field.equals(FieldId.SAME_AS)
                ? sorted.stream().filter(joins::containsKey).toList()
                : current(sorted);
        // Two entries that each claim to have seen the other are forged; nothing is hidden by that.
        return new Answer(held.isEmpty() ? sorted : held, ids);
    }

    /** Those that no other of them has seen. */
    private static List<Held> current(List<Held> writes) {
        Set<WriteId> superseded = new HashSet<>();
        for (Held write : writes) {
            for (WriteId seen : seenBy(write)) {
                if (!seen.equals(write.id())) {
                    superseded.add(seen);
                }
            }
        }
        return writes.stream().filter(write -> !superseded.contains(write.id())).toList();
    }

    private static SortedSet<WriteId> seenBy(Held held) {
        return held.entry().writes().get(held.id().place()).seen();
    }
}
