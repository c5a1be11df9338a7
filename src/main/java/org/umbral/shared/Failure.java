package org.umbral.shared;

import java.util.regex.Pattern;

/**
 * Something went wrong that a caller can act on; the subtype says how. {@link #reason()} is a fixed code such as
 * {@code disk-full}: it names no person, number or file, and the words for it stand in a resource bundle under {@code
 * failure.<reason>}. What cannot happen is a {@link Bug} instead.
 */
public abstract sealed class Failure extends Exception permits TryAgain, GiveUp, AskThePerson {
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{1,60}");

    private final String reason;

    Failure(String reason, Throwable cause) {
        super(reason, cause);
        this.reason = checked(reason);
    }

    Failure(String reason) {
        super(reason);
        this.reason = checked(reason);
    }

    /** The code, in kebab case. */
    public final String reason() {
        return reason;
    }

    private static String checked(String reason) {
        if (!CODE.matcher(reason).matches()) {
            throw new Bug("a failure's reason is a code, not a sentence");
        }
        return reason;
    }
}
