package org.umbral.shared.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.umbral.shared.Bound;

/**
 * A small structured form, not a language to parse: exactly one member is given. Fields are looked up on the item that
 * is asked about first, then on the case.
 *
 * @param has the field has an answer
 * @param count how many items of a group there are
 * @param fresh a partial date that is not older than some days
 */
@Bound
public record Condition(
        @Nullable List<Condition> all,
        @Nullable List<Condition> any,
        @Nullable Condition not,
        @Nullable Equal equals,
        @Nullable String has,
        @Nullable Count count,
        @Nullable Fresh fresh) {
    /** The field's value is, or contains, one of these codes. */
    @Bound
    public record Equal(String field, List<String> values) {}

    /** At least so many items of the group below the item asked about, each for which {@code where} holds. */
    @Bound
    public record Count(String group, int atLeast, @Nullable Condition where) {}

    /** The field's date is at most so many days before today. */
    @Bound
    public record Fresh(String field, int days) {}

    public static Condition has(String field) {
        return new Condition(null, null, null, null, field, null, null);
    }
}
