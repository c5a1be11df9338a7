package org.umbral.clinic.casework;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.umbral.shared.casefile.Audience;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.Held;
import org.umbral.shared.casefile.Item;
import org.umbral.shared.casefile.ItemId;

/**
 * A case as staff work on it: its own entries, or those of all cases that staff found to be one with it, folded together.
 *
 * @param members by their ids, the lead first; one normally
 */
record OneCase(CaseFile file, SortedMap<CaseId, List<Entry>> members) {
    private static final FieldId PURPOSE = new FieldId("CON-02");
    private static final FieldId DECISION = new FieldId("CON-03");

    /** Where something of the joined case stands in the journal that it came from. */
    record Origin(CaseId id, ItemId item) {}

    static OneCase of(SortedMap<CaseId, List<Entry>> members) {
        if (members.size() == 1) {
            return new OneCase(
                    CaseFile.fold(
                            members.firstKey(), members.values().iterator().next()),
                    members);
        }
        List<Entry> all = new ArrayList<>();
        members.values().forEach(all::addAll);
        Map<ItemId, ItemId> alike = narrower(CaseFile.join(all, Map.of()));
        return new OneCase(CaseFile.join(all, alike), members);
    }

    /** The same without the entries of an audience. */
    OneCase without(Audience audience) {
        SortedMap<CaseId, List<Entry>> less = new TreeMap<>();
        members.forEach((id, entries) -> less.put(
                id,
                entries.stream().filter(entry -> entry.audience() != audience).toList()));
        return of(less);
    }

    boolean isJoined() {
        return members.size() > 1;
    }

    Collection<Entry> entries() {
        return file.entries().values();
    }

    List<Entry> entriesOf(CaseId member) {
        return members.getOrDefault(member, List.of());
    }

    /**
     * Consents of one person for one purpose that two intakes answered apart are one consent with two answers: while they
     * differ the more protective counts (design §3).
     */
    private static Map<ItemId, ItemId> narrower(CaseFile file) {
        Map<List<String>, List<Item>> byPurpose = new HashMap<>();
        for (Item item : file.items().values()) {
            if (item.state() != Item.State.REMOVED) {
                item.text(PURPOSE.text())
                        .ifPresent(purpose -> byPurpose
                                .computeIfAbsent(List.of(parent(item), purpose), none -> new ArrayList<>())
                                .add(item));
            }
        }
        Map<ItemId, ItemId> alike = new HashMap<>();
        for (List<Item> consents : byPurpose.values()) {
            Set<CaseId> from = new HashSet<>();
            Set<Object> decisions = new HashSet<>();
            consents.stream().flatMap(OneCase::decisions).forEach(held -> {
                from.add(held.entry().caseId());
                decisions.add(held.value());
            });
            if (from.size() > 1 && decisions.size() > 1) {
                consents.forEach(one -> alike.put(written(one), written(consents.get(0))));
            }
        }
        return alike;
    }

    private static String parent(Item item) {
        return item.id().parent().map(ItemId::path).orElse("");
    }

    private static Stream<Held> decisions(Item consent) {
        return consent.answer(DECISION).stream().flatMap(answer -> answer.held().stream());
    }

    /** The id under which an entry writes to it. */
    private static ItemId written(Item consent) {
        return consent.answer(PURPOSE)
                .map(answer -> answer.held().get(0))
                .map(held -> held.entry().writes().get(held.id().place()).item())
                .orElse(consent.id());
    }

    /** Where a write to this item goes: to the case that it came from, under the id that it has there. */
    Origin origin(ItemId item) {
        if (item.equals(ItemId.CASE) || !isJoined()) {
            return new Origin(file.id(), item);
        }
        for (CaseId member : members.keySet()) {
            if (item.equals(ItemId.standingFor(member.text()))) {
                return new Origin(member, ItemId.CASE);
            }
        }
        return writtenIn(item)
                .or(() -> file.item(item).stream()
                        .flatMap(known -> known.sameAs().stream())
                        .flatMap(same -> writtenIn(same).stream())
                        .findFirst())
                .orElseGet(() -> below(item));
    }

    /** The same, to each journal in which it stands, where several do: under each id that it has there. */
    List<Origin> origins(ItemId item) {
        Set<ItemId> ids = new TreeSet<>();
        file.item(item).ifPresent(known -> {
            ids.add(known.id());
            ids.addAll(known.sameAs());
        });
        List<Origin> all = ids.stream().flatMap(id -> writtenIn(id).stream()).toList();
        return !isJoined() || all.isEmpty() ? List.of(origin(item)) : all;
    }

    private Origin below(ItemId item) {
        Origin above = origin(item.parent().orElse(ItemId.CASE));
        String last = item.path().substring(item.path().lastIndexOf('/') + 1);
        String path = above.item().equals(ItemId.CASE) ? last : above.item().path() + "/" + last;
        return new Origin(above.id(), new ItemId(path));
    }

    private Optional<Origin> writtenIn(ItemId item) {
        return members.entrySet().stream()
                .filter(member -> member.getValue().stream()
                        .flatMap(entry -> entry.writes().stream())
                        .anyMatch(write -> write.item().equals(item)))
                .map(member -> new Origin(member.getKey(), item))
                .findFirst();
    }
}
