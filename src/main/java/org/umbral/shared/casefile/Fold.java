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
 * From entries to items. A write is current while no other write that is held names it as seen; an item is removed
 * while a current removal has seen every write of it and its children. Items that are one stand under the least of their
 * ids, and what stands below any of them stands below that: its home.
 */
final class Fold {
    private final CaseId lead;
    private final SortedMap<ItemId, SortedMap<FieldId, List<Held>>> every = new TreeMap<>();
    private final Set<WriteId> superseded = new HashSet<>();
    private final Map<ItemId, ItemId> leaders = new HashMap<>();

    /** @param alike items that are one beside those that a write says so of */
    Fold(CaseId lead, Collection<Entry> entries, Map<ItemId, ItemId> alike) {
        this.lead = lead;
        for (Entry entry : entries) {
            for (int place = 0; place < entry.writes().size(); place++) {
                Write write = entry.writes().get(place);
                every.computeIfAbsent(place(entry, write), item -> new TreeMap<>())
                        .computeIfAbsent(write.field(), field -> new ArrayList<>())
                        .add(new Held(entry.writeId(place), write.value(), entry));
                if (!write.field().equals(FieldId.REMOVED)) {
                    superseded.addAll(write.seen());
                }
            }
        }
        supersedeRemovals();
        joinSameItems();
        alike.forEach(this::join);
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
            SortedMap<FieldId, Answer> answers = new TreeMap<>();
            fields(members).forEach((field, writes) -> answer(writes).ifPresent(a -> answers.put(field, a)));
            SortedSet<ItemId> others = new TreeSet<>(members);
            others.remove(home);
            items.put(home, new Item(home, state(home, members), Collections.unmodifiableSortedSet(others), answers));
        });
        return items;
    }

    /** Where an item stands; itself where it is one with no other and stands below no such item. */
    ItemId home(ItemId item) {
        ItemId leader = leader(item);
        Optional<ItemId> parent = leader.parent();
        if (parent.isEmpty()) {
            return leader;
        }
        // A leader and a parent are both less than the item, so this ends.
        ItemId above = home(parent.get());
        return above.equals(parent.get()) || above.depth() >= ItemId.MAX_DEPTH ? leader : above.child(leader.last());
    }

    /** A removal's {@code seen} names writes of many fields; among removals of one item it supersedes like any write. */
    private void supersedeRemovals() {
        every.forEach((item, fields) -> {
            List<Held> removals = fields.getOrDefault(FieldId.REMOVED, List.of());
            Set<WriteId> ids = new HashSet<>();
            removals.forEach(removal -> ids.add(removal.id()));
            for (Held removal : removals) {
                for (WriteId seen : seenBy(removal)) {
                    if (ids.contains(seen)) {
                        superseded.add(seen);
                    }
                }
            }
        });
    }

    private Item.State state(ItemId home, SortedSet<ItemId> members) {
        boolean removed = false;
        boolean changedThere = false;
        for (ItemId member : members) {
            for (Held removal : current(member, FieldId.REMOVED)) {
                if (removal.value().isTrue()) {
                    removed = true;
                    changedThere |= holdsMoreThan(home, seenBy(removal), removal.id());
                }
            }
        }
        if (!removed) {
            return Item.State.PRESENT;
        }
        return changedThere ? Item.State.REMOVED_HERE_CHANGED_THERE : Item.State.REMOVED;
    }

    private boolean holdsMoreThan(ItemId home, SortedSet<WriteId> seen, WriteId removal) {
        return every.entrySet().stream()
                .filter(entry -> home.holds(home(entry.getKey())))
                .flatMap(entry -> entry.getValue().entrySet().stream())
                .filter(field -> !field.getKey().equals(FieldId.REMOVED))
                .flatMap(field -> field.getValue().stream())
                .anyMatch(held -> !seen.contains(held.id()) && !held.id().equals(removal));
    }

    private void joinSameItems() {
        for (ItemId item : every.keySet()) {
            for (Held held : current(item, FieldId.SAME_AS)) {
                held.value().asText().flatMap(Fold::itemId).filter(this::isHere).ifPresent(other -> join(item, other));
            }
        }
    }

    /** In the case, itself or by something below it. */
    private boolean isHere(ItemId item) {
        SortedMap<ItemId, SortedMap<FieldId, List<Held>>> from = every.tailMap(item);
        return !from.isEmpty() && item.holds(from.firstKey());
    }

    private static Optional<ItemId> itemId(String path) {
        try {
            return Optional.of(new ItemId(path));
        } catch (IllegalArgumentException notAnItem) {
            return Optional.empty();
        }
    }

    private void join(ItemId one, ItemId other) {
        ItemId first = leader(one);
        ItemId second = leader(other);
        if (!first.equals(second)) {
            // The lower id leads, so that the order in which joins are met does not matter.
            leaders.put(first.compareTo(second) < 0 ? second : first, first.compareTo(second) < 0 ? first : second);
        }
    }

    private ItemId leader(ItemId item) {
        ItemId at = item;
        for (ItemId next = leaders.get(at); next != null; next = leaders.get(at)) {
            at = next;
        }
        return at;
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

    private Optional<Answer> answer(List<Held> writes) {
        if (writes.size() == 1) {
            return Optional.of(
                    new Answer(writes, new TreeSet<>(Set.of(writes.get(0).id()))));
        }
        TreeSet<WriteId> ids = new TreeSet<>();
        writes.forEach(write -> ids.add(write.id()));
        List<Held> sorted =
                writes.stream().sorted(Comparator.comparing(Held::id)).toList();
        List<Held> held = sorted.stream()
                .filter(write -> !superseded.contains(write.id()))
                .toList();
        // Two entries that each claim to have seen the other are forged; nothing is hidden by that.
        return sorted.isEmpty() ? Optional.empty() : Optional.of(new Answer(held.isEmpty() ? sorted : held, ids));
    }

    private List<Held> current(ItemId item, FieldId field) {
        return every.getOrDefault(item, Collections.emptySortedMap()).getOrDefault(field, List.of()).stream()
                .filter(held -> !superseded.contains(held.id()))
                .toList();
    }

    private static SortedSet<WriteId> seenBy(Held held) {
        return held.entry().writes().get(held.id().place()).seen();
    }
}
