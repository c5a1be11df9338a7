package org.umbral.model;

import java.util.List;
import java.util.Optional;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Write;
import org.umbral.shared.casefile.WriteId;

/**
 * One write of one entry.
 *
 * @param item what it is about; of another case's intake, the item that stands for that case
 */
record Said(WriteId id, ItemId item, Write write, Entry entry) {
    static Said of(Entry entry, int place, CaseId lead) {
        Write write = entry.writes().get(place);
        String field = write.field().text();
        boolean ofIntake = write.item().equals(ItemId.CASE) && (field.startsWith("CAP") || field.equals("CAS-02"));
        ItemId item = ofIntake && !entry.caseId().equals(lead)
                ? ItemId.standingFor(entry.caseId().text())
                : write.item();
        return new Said(entry.writeId(place), item, write, entry);
    }

    FieldId field() {
        return write.field();
    }

    /** Whether one of {@code others} of this field, but itself, says that it saw it. */
    boolean isSeenByAnother(List<Said> others, FieldId field) {
        return others.stream()
                .filter(other -> other.field().equals(field) && !other.id().equals(id))
                .anyMatch(other -> other.write().seen().contains(id));
    }

    /** The item that a {@code same-as} names. */
    Optional<ItemId> named() {
        try {
            return write.value().asText().map(ItemId::new);
        } catch (IllegalArgumentException aCase) {
            return Optional.empty();
        }
    }
}
