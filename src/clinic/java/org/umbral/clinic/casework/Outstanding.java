package org.umbral.clinic.casework;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.umbral.clinic.keys.KeyRing;
import org.umbral.clinic.store.CaseRows;
import org.umbral.clinic.store.CaseRows.CaseRow;
import org.umbral.clinic.store.LettersToSend;
import org.umbral.shared.Sha256;
import org.umbral.shared.TryAgain;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.Entry;

/**
 * What phones have not been sent yet: a stop came between row and letter, or every phone of the case was shut out and one
 * has joined again. It goes whenever somebody looks who can sign it. Thread-safe.
 */
final class Outstanding {
    private final LettersToSend rows;
    private final CaseRows caseRows;
    private final SealedCases cases;
    private final CapturingPhones phones;
    private final Asking asking;
    private final Settling settling;
    private final OpenedNotice notice;
    private final EraseLetters erase;
    private final ReentrantLock delivering = new ReentrantLock();

    Outstanding(
            LettersToSend rows,
            CaseRows caseRows,
            SealedCases cases,
            CapturingPhones phones,
            Asking asking,
            Settling settling,
            OpenedNotice notice,
            EraseLetters erase) {
        this.rows = rows;
        this.caseRows = caseRows;
        this.cases = cases;
        this.phones = phones;
        this.asking = asking;
        this.settling = settling;
        this.notice = notice;
        this.erase = erase;
    }

    /** One at a time, so that two who look together put one letter in the mail. */
    void deliver(KeyRing ring) throws TryAgain {
        delivering.lock();
        try {
            erase.deliver(ring);
            deliverAll(ring);
        } finally {
            delivering.unlock();
        }
    }

    private void deliverAll(KeyRing ring) throws TryAgain {
        for (String id : rows.cases()) {
            try {
                deliver(ring, new CaseId(id));
            } catch (TryAgain failed) {
                // It keeps nobody from the others, and nobody from the list.
                if (!failed.reason().equals(SealedCases.DAMAGED)) {
                    throw failed;
                }
            }
        }
    }

    private void deliver(KeyRing ring, CaseId id) throws TryAgain {
        List<Entry> entries = cases.entries(ring.staffKey(), id);
        asking.deliver(ring, id, entries);
        settling.deliver(ring, id, entries);
        int joined = phones.joined();
        if (rows.isOpenedToTell(id.text()) && !phones.of(entries).isEmpty()) {
            Optional<CaseRow> row = caseRows.find(id.text());
            Long at = row.map(CaseRow::openedAt).orElse(null);
            if (at != null) {
                notice.send(ring, id, seen(ring, id, row.get().openedPosition()), Instant.ofEpochMilli(at));
            }
            rows.openedTold(id.text(), joined);
        }
    }

    /** What of a case staff saw when they opened it last. */
    private List<Entry> seen(KeyRing ring, CaseId id, long upTo) throws TryAgain {
        Map<Sha256, Entry> entries = cases.byEnvelope(ring.staffKey(), id);
        return caseRows.entries(id.text()).stream()
                .filter(row -> row.position() <= upTo)
                .flatMap(row -> Stream.ofNullable(entries.get(new Sha256(row.envelope()))))
                .toList();
    }
}
