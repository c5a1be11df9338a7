package org.umbral.clinic.casework;

import java.util.Collection;
import java.util.HashSet;
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

    private static @Nullable String caseOf(Collection<Entry> entries) {
        return entries.stream().findFirst().map(entry -> entry.caseId().text()).orElse(null);
    }

    /** The authors' phones, and the phones that joined again with a key that signed: after border mode, or when one was revoked. */
    List<Device> of(Collection<Entry> entries) throws TryAgain {
        Set<String> authors =
                entries.stream().map(entry -> entry.author().device()).collect(Collectors.toSet());
        List<Device> all = devices.list();
        Set<VerifyingKey> keys =
                entries.stream().map(entry -> entry.author().key()).collect(Collectors.toCollection(HashSet::new));
        all.stream()
                .filter(device -> authors.contains(device.id()))
                .map(Device::verifyingKey)
                .forEach(keys::add);
        return all.stream()
                .filter(device -> !device.isRevoked() && keys.contains(device.verifyingKey()))
                .toList();
    }
}
