package org.umbral.clinic.casework;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.umbral.clinic.keys.KeyRing;
import org.umbral.shared.TryAgain;
import org.umbral.shared.casefile.Audience;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.envelope.DocumentKind;
import org.umbral.shared.envelope.Documents;

/** Tells the phones that captured a case that staff opened it, and which entries they then saw. */
final class OpenedNotice {
    private final CapturingPhones phones;

    OpenedNotice(CapturingPhones phones) {
        this.phones = phones;
    }

    void send(KeyRing ring, CaseId id, Collection<Entry> entries, Instant at) throws TryAgain {
        List<String> seen = entries.stream()
                .filter(entry -> entry.audience() == Audience.PHONE)
                .map(entry -> entry.id().text())
                .sorted()
                .toList();
        Documents.Opened opened = new Documents.Opened(1, id.text(), at.toString(), seen);
        phones.send(ring, entries, DocumentKind.OPENED, opened);
    }
}
