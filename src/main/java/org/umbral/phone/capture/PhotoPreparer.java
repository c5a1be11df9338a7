package org.umbral.phone.capture;

import org.umbral.shared.Failure;

/** Makes a capture upright, small and free of metadata. Takes about a second; called off the UI thread. */
@FunctionalInterface
public interface PhotoPreparer {
    /** {@code AskThePerson("not-a-picture")} and the like where it cannot be used. */
    PreparedPhoto prepare(byte[] capture) throws Failure;
}
