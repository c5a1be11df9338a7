package org.umbral.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.WriteId;

/** Whether staff said of two cases that they are one, and nobody who saw that took it back. */
final class CasesModel {
    private CasesModel() {}

    static boolean areOne(List<Entry> entries, CaseId one, CaseId other) {
        return stands(entries, one, other) || stands(entries, other, one);
    }

    private static boolean stands(List<Entry> entries, CaseId here, CaseId there) {
        return entries.stream()
                .filter(entry -> entry.caseId().equals(here) && entry.author().isClinic())
                .anyMatch(entry -> says(entry, there).stream().anyMatch(id -> !isUndone(entries, here, id)));
    }

    private static List<WriteId> says(Entry entry, CaseId there) {
        return IntStream.range(0, entry.writes().size())
                .filter(place -> isOfCase(entry, place)
                        && entry.writes().get(place).value().asText().equals(Optional.of(there.text())))
                .mapToObj(entry::writeId)
                .toList();
    }

    private static boolean isUndone(List<Entry> entries, CaseId here, WriteId said) {
        return entries.stream()
                .filter(entry -> entry.caseId().equals(here) && entry.author().isClinic())
                .anyMatch(entry -> IntStream.range(0, entry.writes().size())
                        .filter(place ->
                                isOfCase(entry, place) && !entry.writeId(place).equals(said))
                        .anyMatch(place -> entry.writes().get(place).seen().contains(said)));
    }

    private static boolean isOfCase(Entry entry, int place) {
        return entry.writes().get(place).item().equals(ItemId.CASE)
                && entry.writes().get(place).field().equals(FieldId.SAME_AS);
    }
}
