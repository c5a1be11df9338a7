package org.umbral.phone.capture;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.umbral.shared.Sha256;
import org.umbral.shared.casefile.Audience;
import org.umbral.shared.casefile.Author;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.casefile.EntryId;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.PageImage;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.casefile.Write;
import org.umbral.shared.casefile.WriteId;

/**
 * What the worker has changed since the last entry: at most one value for each field of each item, in the order of first
 * touch. Immutable. It becomes an entry again and again, always under the same id.
 *
 * @param seen what each write that was saved had seen then; what came since is not seen by it, though it is saved again
 */
public record Draft(
        EntryId id,
        HowKnown known,
        @Nullable OffsetDateTime heard,
        Map<Place, Value> writes,
        Map<Place, SortedSet<WriteId>> seen) {
    static final FieldId CODE = new FieldId("CAS-02");
    static final FieldId ROLE = new FieldId("CAS-08");
    private static final FieldId PAGE = new FieldId("PAG-02");
    /** What the app itself writes when a case begins. */
    private static final Set<FieldId> OPENING = Set.of(CODE, ROLE, FieldId.ORDER);

    /** A field of an item. */
    public record Place(ItemId item, FieldId field) {}

    /** Where an entry stands in its author's chain; see {@link Entry}. */
    public record Chain(
            String clinic,
            Author author,
            int sequence,
            @Nullable Sha256 previous) {}

    public Draft {
        writes = Collections.unmodifiableMap(new LinkedHashMap<>(writes));
        Map<Place, SortedSet<WriteId>> ofWrites = new HashMap<>(seen);
        ofWrites.keySet().retainAll(writes.keySet());
        seen = Collections.unmodifiableMap(ofWrites);
    }

    public static Draft begin(EntryId id, HowKnown known, @Nullable OffsetDateTime heard) {
        return new Draft(id, known, heard, Map.of(), Map.of());
    }

    /** The draft that an entry was made from. */
    public static Draft of(Entry entry) {
        Map<Place, Value> writes = new LinkedHashMap<>();
        Map<Place, SortedSet<WriteId>> seen = new HashMap<>();
        for (Write write : entry.writes()) {
            Place place = new Place(write.item(), write.field());
            writes.put(place, write.value());
            seen.put(place, write.seen());
        }
        return new Draft(entry.id(), entry.known(), entry.heard(), writes, seen);
    }

    public Draft with(ItemId item, FieldId field, Value value) {
        Place place = new Place(item, field);
        Map<Place, Value> more = new LinkedHashMap<>(writes);
        more.put(place, value);
        Map<Place, SortedSet<WriteId>> before = new HashMap<>(seen);
        before.remove(place);
        return new Draft(id, known, heard, more, before);
    }

    Draft without(ItemId item, FieldId field) {
        Map<Place, Value> less = new LinkedHashMap<>(writes);
        less.remove(new Place(item, field));
        return new Draft(id, known, heard, less, seen);
    }

    /** Without anything about an item and its children. */
    Draft withoutItem(ItemId item) {
        Map<Place, Value> less = new LinkedHashMap<>(writes);
        less.keySet().removeIf(place -> item.holds(place.item()));
        return new Draft(id, known, heard, less, seen);
    }

    /** Whether another draft says the same of an item and its children. */
    public boolean isSameOf(Draft other, ItemId item) {
        return about(item).equals(other.about(item));
    }

    /** This draft with what another one says of an item and its children, in place of what it says itself. */
    public Draft asIn(Draft other, ItemId item) {
        Map<Place, Value> all = new LinkedHashMap<>(withoutItem(item).writes());
        all.putAll(other.about(item));
        Map<Place, SortedSet<WriteId>> before = new HashMap<>(withoutItem(item).seen());
        before.putAll(other.seen());
        return new Draft(id, known, heard, all, before);
    }

    private Map<Place, Value> about(ItemId item) {
        Map<Place, Value> about = new LinkedHashMap<>(writes);
        about.keySet().removeIf(place -> !item.holds(place.item()));
        return about;
    }

    public Draft heard(HowKnown how, @Nullable OffsetDateTime when) {
        return new Draft(id, how, when, writes, seen);
    }

    public boolean isEmpty() {
        return writes.isEmpty();
    }

    /** True while nobody but the app itself has written. */
    public boolean isBare() {
        return writes.keySet().stream().allMatch(place -> OPENING.contains(place.field()));
    }

    public Optional<Value> value(ItemId item, FieldId field) {
        return Optional.ofNullable(writes.get(new Place(item, field)));
    }

    /** The photos that this draft names, with the page that each stands on. */
    public Map<Sha256, ItemId> photos() {
        return writes.entrySet().stream()
                .filter(write -> write.getKey().field().equals(PAGE))
                .filter(write -> PageImage.from(write.getValue()).isPresent())
                .collect(Collectors.toMap(
                        write -> PageImage.from(write.getValue()).orElseThrow().envelope(),
                        write -> write.getKey().item(),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    /**
     * The entry as of now: each write names what it had seen when it was saved first, a new one what {@code base}, the case
     * without this draft, holds of its field.
     */
    public Entry toEntry(CaseFile base, Chain chain, String catalogue, OffsetDateTime typed) {
        List<Write> all = new ArrayList<>();
        writes.forEach((place, value) -> {
            SortedSet<WriteId> before = seen.get(place);
            all.add(new Write(
                    place.field(),
                    place.item(),
                    value,
                    before == null ? base.seen(place.item(), place.field()) : before));
        });
        return new Entry(
                id,
                chain.clinic(),
                base.id(),
                catalogue,
                Audience.PHONE,
                chain.author(),
                chain.sequence(),
                chain.previous(),
                heard,
                typed,
                known,
                all);
    }

    @Override
    public String toString() {
        return "Draft[" + id + "]";
    }
}
