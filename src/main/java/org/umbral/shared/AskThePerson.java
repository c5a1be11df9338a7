package org.umbral.shared;

/** Only a person can mend it: a wrong passphrase, a code that was used up, a phone that must join again. */
public final class AskThePerson extends Failure {
    public AskThePerson(String reason) {
        super(reason);
    }

    public AskThePerson(String reason, Throwable cause) {
        super(reason, cause);
    }
}
