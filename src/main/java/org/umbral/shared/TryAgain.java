package org.umbral.shared;

/** The same call may go through later: no network, a busy server, a disk that is full now. */
public final class TryAgain extends Failure {
    public TryAgain(String reason) {
        super(reason);
    }

    public TryAgain(String reason, Throwable cause) {
        super(reason, cause);
    }
}
