package org.umbral.clinic.casework;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.umbral.clinic.keys.KeyRing;
import org.umbral.clinic.open.OpenMail;
import org.umbral.clinic.open.Opened;
import org.umbral.clinic.store.AdmittedKeys;
import org.umbral.clinic.store.CaseRows;
import org.umbral.clinic.store.CaseRows.Batch;
import org.umbral.clinic.store.CaseTurns;
import org.umbral.clinic.store.ClinicState;
import org.umbral.clinic.store.ClinicStore;
import org.umbral.clinic.store.Devices;
import org.umbral.clinic.store.Envelopes;
import org.umbral.clinic.store.Erased;
import org.umbral.clinic.store.QuarantineRows;
import org.umbral.clinic.store.StaffRows;
import org.umbral.clinic.store.StoredEnvelope;
import org.umbral.shared.Sha256;
import org.umbral.shared.TryAgain;
import org.umbral.shared.catalogue.Catalogue;
import org.umbral.shared.secret.AesKey;

/**
 * Opens what arrived since the last time, in the request of a logged-in member of staff, and writes it down sealed. What
 * does not count is quarantined with its reason, and never keeps back what came after it (rule R7). Thread-safe.
 */
final class Inbox {
    private static final int AT_ONCE = 100;
    private static final int BATCHES_FOR_A_PAGE = 2;
    private static final int AGAIN_AT_ONCE = 1000;

    /** They keep back one envelope and not what came after it. */
    private static final Set<String> OF_ONE_FILE = Set.of("sealed-bytes-missing", "disk-unreadable");

    private final Envelopes envelopes;
    private final Devices devices;
    private final AdmittedKeys admitted;
    private final QuarantineRows quarantine;
    private final ClinicState state;
    private final Catalogue catalogue;
    private final CaseRows rows;
    private final SealedCases cases;
    private final Erased erased;
    private final CaseTurns turns;
    private final ReentrantLock opening = new ReentrantLock();

    Inbox(ClinicStore store, Catalogue catalogue, CaseRows rows, SealedCases cases) {
        this.envelopes = store.envelopes();
        this.devices = store.devices();
        this.admitted = new AdmittedKeys(store.database());
        this.quarantine = new QuarantineRows(store.database());
        this.state = store.state();
        this.catalogue = catalogue;
        this.rows = rows;
        this.cases = cases;
        this.erased = store.erased();
        this.turns = store.caseTurns();
    }

    void open(KeyRing ring) throws TryAgain {
        open(ring, Integer.MAX_VALUE);
    }

    /** A few hundred of them, so that a page can show how far it is. */
    void openSome(KeyRing ring) throws TryAgain {
        open(ring, BATCHES_FOR_A_PAGE);
    }

    private void open(KeyRing ring, int mostBatches) throws TryAgain {
        opening.lock();
        try {
            List<StoredEnvelope> mail = envelopes.since(rows.openedPosition(), AT_ONCE);
            List<QuarantineRows.Row> again = quarantine.toOpenAgain(AGAIN_AT_ONCE);
            if (mail.isEmpty() && again.isEmpty()) {
                return;
            }
            OpenMail opener = new OpenMail(
                    ring, state.get(StaffRows.CLINIC).orElse(""), catalogue, devices.list(), admitted.all());
            if (!again.isEmpty()) {
                openAgain(ring.staffKey(), opener, again);
            }
            for (int batch = 0; batch < mostBatches && !mail.isEmpty(); batch++) {
                open(ring.staffKey(), opener, mail);
                mail = envelopes.since(rows.openedPosition(), AT_ONCE);
            }
            erased.finish();
        } finally {
            opening.unlock();
        }
    }

    /** What was set aside and may count now; each leaves the quarantine or gets the reason that it has now. */
    private void openAgain(AesKey key, OpenMail opener, List<QuarantineRows.Row> again) throws TryAgain {
        turns.begin();
        try {
            Pile pile = new Pile(key, rows, cases, erased, catalogue);
            for (QuarantineRows.Row row : again) {
                Optional<StoredEnvelope> envelope = envelopes.find(new Sha256(row.envelope()));
                if (envelope.isPresent()) {
                    pile.add(envelope.get(), opened(opener, envelope.get()));
                }
            }
            Batch batch = pile.batch(rows.openedPosition());
            // What is tried at every opening and stays as it is changes no page that somebody looks at.
            if (!batch.entries().isEmpty()
                    || !batch.opened().isEmpty()
                    || !batch.late().isEmpty()
                    || !again.containsAll(batch.refused())) {
                rows.write(batch);
            }
        } finally {
            turns.end();
        }
    }

    private void open(AesKey key, OpenMail opener, List<StoredEnvelope> mail) throws TryAgain {
        turns.begin();
        try {
            Pile pile = new Pile(key, rows, cases, erased, catalogue);
            for (StoredEnvelope envelope : mail) {
                // What came in parts is a photo: opened when somebody looks at it.
                if (!envelope.inParts()) {
                    pile.add(envelope, opened(opener, envelope));
                }
            }
            rows.write(pile.batch(mail.get(mail.size() - 1).position()));
        } finally {
            turns.end();
        }
    }

    private Opened opened(OpenMail opener, StoredEnvelope envelope) throws TryAgain {
        try {
            return opener.open(envelopes.read(envelope), envelope.receivedAt());
        } catch (TryAgain unreadable) {
            if (OF_ONE_FILE.contains(unreadable.reason())) {
                return new Opened.Refused(unreadable.reason());
            }
            throw unreadable;
        }
    }
}
