package org.umbral.phone.screen.intake;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.Value;

/**
 * How the worker knows what is typed in this sitting, and when it was heard. What an earlier sitting said of itself is
 * never taken for this one. No controls.
 */
public final class HowHeard {
    static final FieldId MODE = new FieldId("CAP-08");
    static final FieldId MOMENT = new FieldId("CAP-06");
    /** Heard at another time than it is typed. */
    private static final List<HowKnown> EARLIER =
            List.of(HowKnown.RECALLED, HowKnown.FROM_PAPER_NOTES, HowKnown.LETTER, HowKnown.PHONE_CALL);

    private @Nullable HowKnown how;
    private @Nullable OffsetDateTime when;
    private boolean asks;

    /** A case that exists is taken up again: its first question is how this is known. */
    void askAgain() {
        how = null;
        when = null;
        asks = true;
    }

    void skip() {
        asks = false;
    }

    /** Whether the question is still open. */
    boolean isAsked() {
        return asks;
    }

    Optional<HowKnown> how() {
        return Optional.ofNullable(how);
    }

    Optional<OffsetDateTime> when() {
        return Optional.ofNullable(when);
    }

    boolean asksWhen() {
        return how != null && EARLIER.contains(how);
    }

    /** Takes what was written to CAP-08 or CAP-06; true where the entry has to be told. */
    boolean takes(FieldId field, Value value) {
        if (field.equals(MODE)) {
            how = value.asText().flatMap(HowHeard::known).orElse(null);
        } else if (field.equals(MOMENT)) {
            when = value.asText().flatMap(HowHeard::moment).orElse(null);
        } else {
            return false;
        }
        return how != null;
    }

    private static Optional<HowKnown> known(String code) {
        for (HowKnown one : HowKnown.values()) {
            if (one.name().equals(code)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    private static Optional<OffsetDateTime> moment(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text));
        } catch (DateTimeException notAMoment) {
            return Optional.empty();
        }
    }
}
