package org.umbral.shared;

/** The same call with the same bytes will never go through: flipped bytes, a foreign signature, an unknown format. */
public final class GiveUp extends Failure {
    public GiveUp(String reason) {
        super(reason);
    }

    public GiveUp(String reason, Throwable cause) {
        super(reason, cause);
    }
}
