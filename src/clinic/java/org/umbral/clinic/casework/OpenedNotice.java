package org.umbral.clinic.casework;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.umbral.clinic.enrol.Letters;
import org.umbral.clinic.keys.KeyRing;
import org.umbral.clinic.store.Device;
import org.umbral.clinic.store.Devices;
import org.umbral.shared.TryAgain;
import org.umbral.shared.casefile.Audience;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.envelope.DocumentKind;
import org.umbral.shared.envelope.Documents;
import org.umbral.shared.secret.VerifyingKey;

/** Tells the phones that captured a case that staff opened it, and which entries they then saw. */
final class OpenedNotice {
    private final Devices devices;
    private final Letters letters;

    OpenedNotice(Devices devices, Letters letters) {
        this.devices = devices;
        this.letters = letters;
    }

    void send(KeyRing ring, CaseId id, Collection<Entry> entries, Instant at) throws TryAgain {
        List<String> seen = entries.stream()
                .filter(entry -> entry.audience() == Audience.PHONE)
                .map(entry -> entry.id().text())
                .sorted()
                .toList();
        Documents.Opened opened = new Documents.Opened(1, id.text(), at.toString(), seen);
        for (Device device : capturing(entries)) {
            letters.send(ring, device.id(), DocumentKind.OPENED, opened);
        }
    }

    /** The authors' phones; where one was revoked, the phone that joined again with its keys. */
    private List<Device> capturing(Collection<Entry> entries) throws TryAgain {
        Set<String> authors =
                entries.stream().map(entry -> entry.author().device()).collect(Collectors.toSet());
        List<Device> all = devices.list();
        Set<VerifyingKey> keys = all.stream()
                .filter(device -> authors.contains(device.id()))
                .map(Device::verifyingKey)
                .collect(Collectors.toSet());
        return all.stream()
                .filter(device -> !device.isRevoked() && keys.contains(device.verifyingKey()))
                .toList();
    }
}
