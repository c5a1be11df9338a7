package org.umbral.shared.catalogue;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.umbral.shared.Bound;

/**
 * One short screen of the intake. Words under {@code step.<id>}.
 *
 * @param group what its fields stand on; a group with {@code several} is asked item by item
 * @param fields shown at once
 * @param more behind "more"
 * @param sections other kinds of things on the same screen, in their order
 * @param when shown only while this holds
 */
@Bound
public record Step(
        String id,
        String group,
        List<String> fields,
        List<String> more,
        List<Section> sections,
        @Nullable Condition when) {
    public Step {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(group, "group");
        fields = List.copyOf(fields);
        more = more == null ? List.of() : List.copyOf(more);
        sections = sections == null ? List.of() : List.copyOf(sections);
    }

    /** Whether the field is asked here, at once, behind "more" or in a section. */
    public boolean asks(String field) {
        return fields.contains(field)
                || more.contains(field)
                || sections.stream()
                        .anyMatch(section -> section.fields().contains(field)
                                || section.more().contains(field));
    }
}
