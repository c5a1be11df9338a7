package org.umbral.shared.doubt;

import java.util.List;
import java.util.Optional;
import org.umbral.shared.casefile.Value;

/**
 * One doubt. Its words are in the catalogue's bundles under {@code check.<code>}, those of its offer under {@code
 * check.<code>.offer}.
 *
 * @param about what the words name, in their order
 * @param offer the value that may have been meant; never taken without a tap
 * @param refused what was typed is no value of this field, such as 911 for a person's telephone: asked about before it is
 *     kept
 */
public record Doubt(String code, List<String> about, Optional<Value> offer, boolean refused) {
    public Doubt {
        about = List.copyOf(about);
    }

    static Doubt of(String code, String... about) {
        return new Doubt(code, List.of(about), Optional.empty(), false);
    }

    static Doubt offering(String code, Value meant, String... about) {
        return new Doubt(code, List.of(about), Optional.of(meant), false);
    }

    static Doubt refusing(String code, String... about) {
        return new Doubt(code, List.of(about), Optional.empty(), true);
    }

    /** Never what it is about. */
    @Override
    public String toString() {
        return "Doubt " + code;
    }
}
