package org.umbral.shared.catalogue;

import java.util.Optional;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;

/**
 * What is known of a case and is no answer in it, such as what a dated table says of an answer. Rules read it like a field
 * that nobody enters; an answer in the case comes first. Thread-safe.
 */
public interface BesideFacts {
    /** Nothing is known beside the case. */
    BesideFacts NONE = new BesideFacts() {
        @Override
        public boolean knows(String field) {
            return false;
        }

        @Override
        public Optional<Value> fact(String field, ItemId item) {
            return Optional.empty();
        }
    };

    /** Whether the field could be found out at all: of a rule that reads another, nothing is said. */
    boolean knows(String field);

    Optional<Value> fact(String field, ItemId item);
}
