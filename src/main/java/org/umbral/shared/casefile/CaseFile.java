package org.umbral.shared.casefile;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A case as people see it: the fold over its entries. The same entries give the same case in any order and however
 * often they come; more entries only add to it or supersede by name.
 */
public final class CaseFile {
    private final CaseId id;
    private final SortedMap<EntryId, Entry> entries;
    private final Map<ItemId, ItemId> alike;
    private final Fold fold;
    private final SortedMap<ItemId, Item> items;

    private CaseFile(CaseId id, SortedMap<EntryId, Entry> entries, Map<ItemId, ItemId> alike) {
        this.id = id;
        this.entries = Collections.unmodifiableSortedMap(entries);
        this.alike = Map.copyOf(alike);
        this.fold = new Fold(id, entries.values(), alike);
        this.items = Collections.unmodifiableSortedMap(fold.items());
    }

    /** Entries of other cases are an error of the caller; the same entry twice is one. */
    public static CaseFile fold(CaseId id, Collection<Entry> entries) {
        SortedMap<EntryId, Entry> byId = new TreeMap<>();
        for (Entry entry : entries) {
            if (!entry.caseId().equals(id)) {
                throw new IllegalArgumentException("an entry of another case");
            }
            byId.put(entry.id(), entry);
        }
        return new CaseFile(id, byId, Map.of());
    }

    /**
     * Several cases that are one ({@link SameCases}), under the least of their ids. What was said of an intake itself stays
     * apart: of the other cases it stands on the item {@link ItemId#standingFor} their id.
     *
     * @param alike items that are one beside those that a write says so of
     */
    public static CaseFile join(Collection<Entry> entries, Map<ItemId, ItemId> alike) {
        SortedMap<EntryId, Entry> byId = new TreeMap<>();
        entries.forEach(entry -> byId.put(entry.id(), entry));
        CaseId least = entries.stream()
                .map(Entry::caseId)
                .min(Comparator.naturalOrder())
                .orElseThrow(() -> new IllegalArgumentException("cases that are one have entries"));
        return new CaseFile(least, byId, alike);
    }

    /** The same with other entries: of the same cases, joined in the same way. */
    public CaseFile refold(Collection<Entry> others) {
        SortedMap<EntryId, Entry> byId = new TreeMap<>();
        others.forEach(entry -> byId.put(entry.id(), entry));
        return new CaseFile(id, byId, alike);
    }

    public CaseFile with(Entry entry) {
        SortedMap<EntryId, Entry> more = new TreeMap<>(entries);
        more.put(entry.id(), entry);
        return new CaseFile(id, more, alike);
    }

    public CaseId id() {
        return id;
    }

    public SortedMap<EntryId, Entry> entries() {
        return entries;
    }

    /** Every item, removed ones too; the case itself stands under {@link ItemId#CASE} where anything was written to it. */
    public SortedMap<ItemId, Item> items() {
        return items;
    }

    /** The item of this id, also where it stands under another that is one with it. */
    public Optional<Item> item(ItemId item) {
        return Optional.ofNullable(items.get(fold.home(item)));
    }

    /** The items directly below {@code parent} that hold any of these fields, in their order, without removed ones. */
    public List<Item> items(Collection<FieldId> fields, ItemId parent) {
        return items(fields, List.of(), parent);
    }

    /** The same, and those that have an item below them that holds any of the fields {@code below}. */
    public List<Item> items(Collection<FieldId> fields, Collection<FieldId> below, ItemId parent) {
        Set<ItemId> held = items.values().stream()
                .filter(item -> item.state() != Item.State.REMOVED && item.isOf(below))
                .flatMap(item -> item.id().parent().stream())
                .collect(Collectors.toSet());
        return items.values().stream()
                .filter(item -> item.state() != Item.State.REMOVED)
                .filter(item -> item.id().parent().equals(Optional.of(parent)))
                .filter(item -> item.isOf(fields) || held.contains(item.id()))
                .sorted(Comparator.comparingInt(Item::order).thenComparing(Item::id))
                .toList();
    }

    public Optional<Answer> answer(ItemId item, FieldId field) {
        return item(item).flatMap(found -> found.answer(field));
    }

    /**
     * What a new write of this field and item has to name as seen. Not what staff wrote and this phone forgot: whoever writes
     * now may never have read it, and both are to stand (rule R5).
     */
    public SortedSet<WriteId> seen(ItemId item, FieldId field) {
        TreeSet<WriteId> seen = new TreeSet<>(held(item, field));
        seen.removeIf(this::isForgottenOfStaff);
        return seen;
    }

    private boolean isForgottenOfStaff(WriteId id) {
        Entry entry = entries.get(id.entry());
        return entry != null
                && entry.author().isClinic()
                && entry.writes().get(id.place()).value().isForgotten();
    }

    private SortedSet<WriteId> held(ItemId item, FieldId field) {
        if (field.equals(FieldId.REMOVED)) {
            TreeSet<WriteId> all = new TreeSet<>();
            entries.values().forEach(entry -> {
                for (int place = 0; place < entry.writes().size(); place++) {
                    if (fold.home(item)
                            .holds(fold.home(entry.writes().get(place).item()))) {
                        all.add(entry.writeId(place));
                    }
                }
            });
            return all;
        }
        return answer(item, field).map(Answer::every).orElseGet(Collections::emptySortedSet);
    }

    /** Fields that hold several different values. */
    public boolean hasConflicts() {
        return items.values().stream()
                .flatMap(item -> item.answers().entrySet().stream())
                .anyMatch(answer ->
                        !answer.getKey().isOfTheFold() && answer.getValue().isConflict());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CaseFile that && id.equals(that.id) && entries.equals(that.entries);
    }

    @Override
    public int hashCode() {
        return entries.keySet().hashCode();
    }

    @Override
    public String toString() {
        return "CaseFile[" + id + ", " + entries.size() + " entries]";
    }
}
