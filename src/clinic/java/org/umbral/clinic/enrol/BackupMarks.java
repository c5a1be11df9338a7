package org.umbral.clinic.enrol;

import java.util.Optional;
import org.umbral.clinic.keys.KeyRing;
import org.umbral.clinic.store.ClinicState;
import org.umbral.shared.GiveUp;
import org.umbral.shared.Json;
import org.umbral.shared.TryAgain;
import org.umbral.shared.envelope.DocumentKind;
import org.umbral.shared.envelope.Documents;

/**
 * Tells phones how far backups go, so that they may forget sealed bytes (rule R2). A backup is made without a key; its mark
 * waits and is signed in the next staff session. Thread-safe.
 */
public final class BackupMarks {
    private static final String SENT = "backup-mark-sent";

    private final ClinicState state;
    private final Letters letters;

    public BackupMarks(ClinicState state, Letters letters) {
        this.state = state;
        this.letters = letters;
    }

    /** Signs and sends the newest mark once; one of an earlier life of the store says nothing of this one. */
    public void publish(KeyRing ring) throws TryAgain {
        Optional<String> waiting = state.get(ClinicState.BACKUP_MARK);
        if (waiting.isEmpty() || waiting.equals(state.get(SENT))) {
            return;
        }
        try {
            Documents.BackupMark mark = Json.read(waiting.get(), Documents.BackupMark.class);
            if (mark.epoch().equals(state.epoch())) {
                letters.sendAll(ring, DocumentKind.BACKUP_MARK, mark);
            }
            state.put(SENT, waiting.get());
        } catch (GiveUp e) {
            // Not ours: phones keep what they have until the next backup or their term.
            state.put(SENT, waiting.get());
        }
    }
}
