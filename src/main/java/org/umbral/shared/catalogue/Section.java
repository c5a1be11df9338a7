package org.umbral.shared.catalogue;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.umbral.shared.Bound;

/**
 * A further kind of thing on the screen of a {@link Step}: documents of a person, letters of a sponsor. Of a group with
 * {@code several} its items are rows that open at a tap, below each item of the step where that is their parent.
 *
 * @param fields shown at once when an item is open
 * @param more behind "more"
 * @param behind whether the section itself stands behind the step's "more"
 * @param when shown only while this holds
 */
@Bound
public record Section(
        String group,
        List<String> fields,
        List<String> more,
        boolean behind,
        @Nullable Condition when) {
    public Section {
        Objects.requireNonNull(group, "group");
        fields = List.copyOf(fields);
        more = more == null ? List.of() : List.copyOf(more);
    }
}
