package org.umbral.phone;

import java.time.Instant;
import java.util.Optional;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.ItemId;

/**
 * What the clinic asks about a case, as it signed it.
 *
 * @param item and {@code field} that it is about; both empty where it is about none
 * @param answer in words; empty while there is none
 * @param answeredInItsField the field was written since
 */
public record Question(
        String id,
        String text,
        String askedBy,
        Instant at,
        Optional<ItemId> item,
        Optional<FieldId> field,
        Optional<String> answer,
        boolean answeredInItsField) {
    /** Whether it waits for the worker. */
    public boolean isOpen() {
        return answer.isEmpty() && !answeredInItsField;
    }

    @Override
    public String toString() {
        return "Question[" + id + "]";
    }
}
