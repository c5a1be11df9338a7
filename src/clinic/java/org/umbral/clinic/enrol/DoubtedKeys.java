package org.umbral.clinic.enrol;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.umbral.clinic.store.AdmittedKeys;
import org.umbral.clinic.store.AdmittedKeys.Signer;
import org.umbral.clinic.store.Database;
import org.umbral.clinic.store.QuarantineRows;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.Sha256;
import org.umbral.shared.TryAgain;

/** Keys whose signatures hold and that nobody has confirmed: what they signed lies in quarantine. */
final class DoubtedKeys {
    private static final int ID_CHARACTERS = 32;

    private final QuarantineRows quarantine;
    private final AdmittedKeys admitted;

    DoubtedKeys(Database database) {
        quarantine = new QuarantineRows(database);
        admitted = new AdmittedKeys(database);
    }

    /** What one key signed in the name of one device. */
    record Group(String id, Signer signer, boolean revoked, int envelopes, Instant first, Instant last) {
        private static Group of(Signer signer, QuarantineRows.Row row) {
            Instant at = Instant.ofEpochMilli(row.receivedAt());
            return new Group(idOf(signer), signer, row.reason().equals("revoked-key"), 1, at, at);
        }

        private Group and(Group later) {
            return new Group(id, signer, revoked || later.revoked, envelopes + 1, first, later.last);
        }
    }

    /** The oldest first. */
    List<Group> groups() throws TryAgain {
        var confirmed = admitted.all();
        Map<Signer, Group> groups = new LinkedHashMap<>();
        for (QuarantineRows.Row row : quarantine.list()) {
            Signer signer = row.signer();
            if (signer != null && !confirmed.contains(signer)) {
                groups.merge(signer, Group.of(signer, row), Group::and);
            }
        }
        return List.copyOf(groups.values());
    }

    /** {@code AskThePerson} with {@code no-such-key} or {@code code-differs}. */
    Signer admit(String id, String code, Instant now) throws AskThePerson, TryAgain {
        Signer signer = groups().stream()
                .filter(group -> group.id().equals(id))
                .map(Group::signer)
                .findFirst()
                .orElseThrow(() -> new AskThePerson("no-such-key"));
        if (!signer.key().isSpokenAs(code)) {
            throw new AskThePerson("code-differs");
        }
        admitted.admit(signer, now);
        return signer;
    }

    private static String idOf(Signer signer) {
        return Sha256.ofText("umbral doubted key|" + signer.key().text() + "|" + signer.device())
                .hex()
                .substring(0, ID_CHARACTERS);
    }
}
