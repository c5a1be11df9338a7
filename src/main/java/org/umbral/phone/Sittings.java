package org.umbral.phone;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.umbral.phone.store.PhoneStore;
import org.umbral.shared.Failure;
import org.umbral.shared.Sha256;
import org.umbral.shared.casefile.CaseId;

/** The cases that are open now, one sitting each. Not thread-safe: the intake guards it. */
final class Sittings {
    private final PhoneStore store;
    private final Map<CaseId, Sitting> open = new HashMap<>();

    Sittings(PhoneStore store) {
        this.store = store;
    }

    Sitting of(CaseId id) {
        return open.computeIfAbsent(id, none -> new Sitting());
    }

    Set<CaseId> ids() {
        return Set.copyOf(open.keySet());
    }

    void over(CaseId id) throws Failure {
        Sitting sitting = open.remove(id);
        if (sitting != null) {
            dropUnusedPhotos(sitting);
        }
    }

    void allOver() throws Failure {
        for (Sitting sitting : open.values()) {
            dropUnusedPhotos(sitting);
        }
        open.clear();
    }

    /** Nothing of them stays in memory, whatever is on disk. */
    void forget() {
        open.clear();
    }

    /** Photos that were taken back in this sitting: their files have no row any more. */
    private void dropUnusedPhotos(Sitting sitting) throws Failure {
        List<Sha256> taken = List.copyOf(sitting.photos().keySet());
        Set<Sha256> kept = store.mail(taken).keySet();
        for (Sha256 name : taken) {
            if (!kept.contains(name)) {
                store.captures().eraseFile(name);
            }
        }
    }
}
