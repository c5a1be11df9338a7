package org.umbral.phone.screen.intake;

import java.util.List;
import java.util.Optional;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.doubt.Doubt;

/**
 * What was understood of typed text. No controls.
 *
 * @param value what to keep; empty where it is no value of the field
 * @param fact what was understood, to be read beside the field; may be empty
 * @param doubts what is worth a second look
 */
record Reading(Optional<Value> value, String fact, List<Doubt> doubts) {
    /** How the text of one field is understood. */
    interface Reader {
        Reading read(String typed);

        /** A value as it stands in the field. */
        default String shown(Value value) {
            return value.asText().orElse("");
        }

        /** What was understood of a stored value and needs no more asking; empty where nothing was. */
        default String understood(Value value) {
            return "";
        }
    }

    static Reading of(Value value, List<Doubt> doubts) {
        boolean refused = doubts.stream().anyMatch(Doubt::refused);
        return new Reading(refused ? Optional.empty() : Optional.of(value), "", doubts);
    }
}
