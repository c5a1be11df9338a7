package org.umbral.shared.casefile;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One value for one field of one item.
 *
 * @param seen every write of that field and item that the author held, not only the current values; for {@link
 *     FieldId#REMOVED} every write of the item and its children
 */
public record Write(FieldId field, ItemId item, Value value, SortedSet<WriteId> seen) {
    public Write {
        seen = Collections.unmodifiableSortedSet(new TreeSet<>(seen));
    }
}
