package org.umbral.shared.catalogue;

import org.jspecify.annotations.Nullable;
import org.umbral.shared.Bound;

/**
 * One doubt about a field's value, by name (domain notes §4). Its words are under {@code check.<kind>}.
 *
 * @param field the other field that {@link Kind#NOT_BEFORE} and {@link Kind#DOC_DISAGREES} compare with; null for the
 *     others
 */
@Bound
public record Check(Kind kind, @Nullable String field) {
    /** What is looked at. */
    @Bound
    public enum Kind {
        /** A date after today. */
        NOT_FUTURE,
        /** A date or moment before today: said as "past", never refused. */
        PAST,
        /** A date before the one that another field of the same item holds. */
        NOT_BEFORE,
        /** A date that cannot be the same day as another field's, of the same item or the one above it. */
        DOC_DISAGREES,
        /** FNU, LNU, XXX and the like stand for a missing name. */
        NAME_PART,
        /** A post-office box where a street is needed. */
        STREET,
        /** Three letters and ten digits. */
        RECEIPT_NUMBER,
        /** Nine digits, a letter and a digit, or eleven digits. */
        I94_NUMBER,
        /** Letters and digits of a document. */
        DOCUMENT_NUMBER,
        /** A long text of facts, not the story. */
        FACTS_ONLY
    }
}
