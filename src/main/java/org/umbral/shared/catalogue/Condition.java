package org.umbral.shared.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.umbral.shared.Bound;

/**
 * A small structured form, not a language to parse: exactly one member is given. Fields are looked up on the item that
 * is asked about first, then on what it belongs to, and last on the case.
 *
 * @param has the field has an answer
 * @param includes the field's value contains all of these codes
 * @param count how many items of a group there are
 * @param fresh a partial date that is not older than some days
 * @param age how old a person may be
 * @param evidence a piece of evidence that shows something
 * @param street an address that has a street and is no post-office box
 */
@Bound
public record Condition(
        @Nullable List<Condition> all,
        @Nullable List<Condition> any,
        @Nullable Condition not,
        @Nullable Equal equals,
        @Nullable String has,
        @Nullable Equal includes,
        @Nullable Count count,
        @Nullable Fresh fresh,
        @Nullable Age age,
        @Nullable Evidence evidence,
        @Nullable String street) {
    /** The field's value is, or contains, one of these codes; of a flag and of yes-or-no these are YES and NO. */
    @Bound
    public record Equal(String field, List<String> values) {}

    /**
     * At least so many items of the group below the item asked about, or in the case where the group has no parent, each
     * for which {@code where} holds.
     *
     * @param asManyAs a number field that may ask for more
     */
    @Bound
    public record Count(
            String group,
            int atLeast,
            @Nullable Condition where,
            @Nullable String asManyAs) {}

    /** The field's date is at most so many days before today. */
    @Bound
    public record Fresh(String field, int days) {}

    /**
     * The person may be this young or old, by birth date or by the age that they said; of whom neither is known, neither
     * holds.
     *
     * @param under years that the person may not have reached yet
     * @param over years that the person may have passed
     */
    @Bound
    public record Age(@Nullable Integer under, @Nullable Integer over) {}

    /**
     * A piece of evidence of one of {@code kinds} (EVD-02), or that shows one of {@code proves} (EVD-03).
     *
     * @param days not known to be older than this (EVD-05); null for any age
     * @param about it names the item asked about (EVD-04, EVD-04A); where there is but one such item it need not
     */
    @Bound
    public record Evidence(
            List<String> proves,
            List<String> kinds,
            @Nullable Integer days,
            boolean about) {}

    public static Condition has(String field) {
        return new Condition(null, null, null, null, field, null, null, null, null, null, null);
    }

    public static Condition all(List<Condition> all) {
        return new Condition(all, null, null, null, null, null, null, null, null, null, null);
    }

    public static Condition any(List<Condition> any) {
        return new Condition(null, any, null, null, null, null, null, null, null, null, null);
    }

    public static Condition not(Condition not) {
        return new Condition(null, null, not, null, null, null, null, null, null, null, null);
    }

    public static Condition isOneOf(String field, String... codes) {
        Equal equal = new Equal(field, List.of(codes));
        return new Condition(null, null, null, equal, null, null, null, null, null, null, null);
    }

    public static Condition includes(String field, String... codes) {
        Equal equal = new Equal(field, List.of(codes));
        return new Condition(null, null, null, null, null, equal, null, null, null, null, null);
    }

    public static Condition count(Count count) {
        return new Condition(null, null, null, null, null, null, count, null, null, null, null);
    }

    public static Condition fresh(String field, int days) {
        Fresh fresh = new Fresh(field, days);
        return new Condition(null, null, null, null, null, null, null, fresh, null, null, null);
    }

    public static Condition age(Age age) {
        return new Condition(null, null, null, null, null, null, null, null, age, null, null);
    }

    public static Condition evidence(Evidence evidence) {
        return new Condition(null, null, null, null, null, null, null, null, null, evidence, null);
    }

    public static Condition street(String field) {
        return new Condition(null, null, null, null, null, null, null, null, null, null, field);
    }
}
