package org.umbral.clinic.casework;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.umbral.clinic.enrol.Letters;
import org.umbral.clinic.keys.KeyRing;
import org.umbral.clinic.store.Device;
import org.umbral.clinic.store.Devices;
import org.umbral.clinic.store.Mailbox;
import org.umbral.shared.TryAgain;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.envelope.DocumentKind;
import org.umbral.shared.secret.VerifyingKey;

/** The phones that captured a case, and letters to them. */
record CapturingPhones(Devices devices, Letters letters) {
    void send(KeyRing ring, Collection<Entry> entries, DocumentKind kind, Object payload) throws TryAgain {
        // What tells a phone to take a case away is not taken back with the case.
        String about = kind == DocumentKind.ERASE ? null : caseOf(entries);
        for (Device device : of(entries)) {
            letters.send(ring, device.id(), kind, payload, about);
        }
    }

    /** The same letters for a store that puts them in the mail with something else. */
    List<Mailbox.Sealed> sealed(KeyRing ring, Collection<Entry> entries, DocumentKind kind, Object payload)
            throws TryAgain {
        return of(entries).stream()
                .map(device -> Letters.sealed(ring, device, kind, payload))
                .toList();
    }

    /** How many phones ever joined; see {@link Devices#count()}. */
    int joined() throws TryAgain {
        return devices.count();
    }

    private static @Nullable String caseOf(Collection<Entry> entries) {
        return entries.stream().findFirst().map(entry -> entry.caseId().text()).orElse(null);
    }

    /**
     * The phones whose key signed one of them. Not one whose author's name alone stands there: after border mode, and until it
     * has joined again, a phone signs with keys that nobody here has a mailbox for.
     */
    List<Device> of(Collection<Entry> entries) throws TryAgain {
        Set<VerifyingKey> keys =
                entries.stream().map(entry -> entry.author().key()).collect(Collectors.toSet());
        return devices.list().stream()
                .filter(device -> !device.isRevoked() && keys.contains(device.verifyingKey()))
                .toList();
    }
}
