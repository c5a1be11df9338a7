package org.umbral.clinic.enrol;

import org.jspecify.annotations.Nullable;
import org.umbral.clinic.keys.KeyRing;
import org.umbral.clinic.store.Device;
import org.umbral.clinic.store.Devices;
import org.umbral.clinic.store.Mailbox;
import org.umbral.shared.Json;
import org.umbral.shared.TryAgain;
import org.umbral.shared.envelope.Age;
import org.umbral.shared.envelope.DocumentKind;
import org.umbral.shared.envelope.SignedDocument;

/** Mail from the clinic to a phone: signed by the clinic, sealed to the phone, kept until the phone fetches it. Thread-safe. */
public final class Letters {
    private final Devices devices;
    private final Mailbox mailbox;

    public Letters(Devices devices, Mailbox mailbox) {
        this.devices = devices;
        this.mailbox = mailbox;
    }

    /**
     * Puts one document in the device's mail, also where it is revoked.
     *
     * @return whether there is such a device
     */
    public boolean send(KeyRing ring, String device, DocumentKind kind, Object payload) throws TryAgain {
        return send(ring, device, kind, payload, null);
    }

    /** The same about a case, so that it can be taken back with it. */
    public boolean send(KeyRing ring, String device, DocumentKind kind, Object payload, @Nullable String caseId)
            throws TryAgain {
        Device to = devices.find(device).orElse(null);
        if (to == null) {
            return false;
        }
        mailbox.put(device, sealed(ring, to, kind, payload).sealed(), caseId);
        return true;
    }

    /** A letter for a store that puts it in the mail with something else. */
    public static Mailbox.Sealed sealed(KeyRing ring, Device to, DocumentKind kind, Object payload) {
        SignedDocument document = SignedDocument.sign(kind, ring.signingKeyNumber(), payload, ring.signingKey());
        return new Mailbox.Sealed(to.id(), Age.seal(Json.write(document), to.sealingKey()));
    }

    /** The same to every phone that is not revoked. */
    public void sendAll(KeyRing ring, DocumentKind kind, Object payload) throws TryAgain {
        for (Device device : devices.list()) {
            if (!device.isRevoked()) {
                send(ring, device.id(), kind, payload);
            }
        }
    }
}
