package org.umbral.phone.sync;

import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** A round cannot go on: the state that the worker is shown, and how long the clinic asked to be left alone. */
final class Halt extends Exception {
    private static final long serialVersionUID = 1L;

    private final LinkState state;
    private final transient Optional<Duration> wait;

    Halt(LinkState state, Optional<Duration> wait) {
        super(state.name());
        this.state = state;
        this.wait = wait;
    }

    Halt(LinkState state) {
        this(state, Optional.empty());
    }

    /** A foreign certificate, or an answer that is no TLS at all, is somebody else; a broken line is no connection. */
    static Halt of(IOException e) {
        boolean broken = false;
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof CertificateException || t instanceof SSLPeerUnverifiedException) {
                return new Halt(LinkState.NOT_THE_CLINIC);
            }
            broken |= t instanceof SocketException
                    || t instanceof SocketTimeoutException
                    || t instanceof java.io.EOFException;
        }
        boolean speaksNoTls = e instanceof SSLException && !broken;
        return new Halt(speaksNoTls ? LinkState.NOT_THE_CLINIC : LinkState.NO_CONNECTION);
    }

    LinkState state() {
        return state;
    }

    Optional<Duration> waitAsked() {
        return wait;
    }
}
