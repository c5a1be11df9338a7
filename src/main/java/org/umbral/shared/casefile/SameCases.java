package org.umbral.shared.casefile;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which of some cases staff found to be one: those that a {@link FieldId#SAME_AS} write of the clinic joins, while no later
 * one undid it. Phones join no cases. Pure: the same entries give the same in any order and however often they come.
 */
public final class SameCases {
    private final Map<CaseId, CaseId> least = new HashMap<>();

    private SameCases() {}

    /** Of all cases that these entries belong to. */
    public static SameCases among(Collection<Entry> entries) {
        Map<CaseId, Set<Entry>> byCase = new TreeMap<>();
        entries.forEach(entry ->
                byCase.computeIfAbsent(entry.caseId(), none -> new HashSet<>()).add(entry));
        SameCases same = new SameCases();
        byCase.forEach((id, own) -> said(own).forEach(other -> {
            if (byCase.containsKey(other)) {
                same.join(id, other);
            }
        }));
        return same;
    }

    /** Of cases that are joined two by two. */
    public static SameCases of(Collection<List<CaseId>> pairs) {
        SameCases same = new SameCases();
        pairs.forEach(pair -> same.join(pair.get(0), pair.get(1)));
        return same;
    }

    /** The least id of the cases that are one with it; its own where none is. */
    public CaseId lead(CaseId id) {
        CaseId at = id;
        for (CaseId next = least.get(at); next != null; next = least.get(at)) {
            at = next;
        }
        return at;
    }

    /** It and all that are one with it, the lead first. */
    public SortedSet<CaseId> with(CaseId id) {
        SortedSet<CaseId> all = new TreeSet<>(List.of(id, lead(id)));
        least.keySet().stream().filter(other -> lead(other).equals(lead(id))).forEach(all::add);
        return all;
    }

    private void join(CaseId one, CaseId other) {
        CaseId first = lead(one);
        CaseId second = lead(other);
        if (!first.equals(second)) {
            least.put(first.compareTo(second) < 0 ? second : first, first.compareTo(second) < 0 ? first : second);
        }
    }

    /** What the current same-as writes of one case's own journal name. */
    private static List<CaseId> said(Set<Entry> own) {
        Map<WriteId, Write> writes = new HashMap<>();
        Set<WriteId> undone = new HashSet<>();
        for (Entry entry : own) {
            for (int place = 0; place < entry.writes().size(); place++) {
                Write write = entry.writes().get(place);
                boolean joins =
                        write.item().equals(ItemId.CASE) && write.field().equals(FieldId.SAME_AS);
                if (joins && entry.author().isClinic()) {
                    writes.put(entry.writeId(place), write);
                    undone.addAll(write.seen());
                }
            }
        }
        writes.keySet().removeAll(undone);
        return writes.values().stream()
                .flatMap(write -> write.value().asText().stream())
                .flatMap(text -> caseId(text).stream())
                .toList();
    }

    private static Optional<CaseId> caseId(String text) {
        try {
            return Optional.of(new CaseId(text));
        } catch (IllegalArgumentException noCase) {
            return Optional.empty();
        }
    }
}
