package org.umbral.clinic.keys;

import org.umbral.shared.TryAgain;

/** What the clinic can do only with keys, and does whenever somebody logs in: such as signing what phones are sent. */
@FunctionalInterface
public interface AtLogin {
    /** The caller closes the ring. A failure keeps the session from beginning. */
    void with(KeyRing ring) throws TryAgain;
}
