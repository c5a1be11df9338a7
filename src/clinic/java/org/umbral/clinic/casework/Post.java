package org.umbral.clinic.casework;

import org.umbral.clinic.store.Device;
import org.umbral.shared.TryAgain;
import org.umbral.shared.envelope.SignedDocument;

/** Seals a letter to a phone and leaves it in the phone's mail; durable when it returns. */
@FunctionalInterface
public interface Post {
    void send(Device to, SignedDocument letter) throws TryAgain;
}
