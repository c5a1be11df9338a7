package org.umbral.shared.catalogue;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.umbral.shared.Bound;

/**
 * Fields that stand together on one kind of item: the case, a person, a sponsor. Words under {@code group.<id>}.
 *
 * @param parent id of the group that its items belong to; null directly under the case
 * @param several whether a case may hold more than one
 */
@Bound
public record Group(String id, @Nullable String parent, boolean several) {
    public Group {
        Objects.requireNonNull(id, "id");
    }
}
