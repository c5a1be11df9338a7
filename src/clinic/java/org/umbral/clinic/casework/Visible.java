package org.umbral.clinic.casework;

import java.util.Set;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.clinic.store.CaseRows;
import org.umbral.clinic.store.CaseRows.CaseRow;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.TryAgain;
import org.umbral.shared.casefile.CaseId;

/**
 * Which cases a session sees at all: where consent was withdrawn, only attorneys and stewards. For everybody else such a case
 * is not there, nor any that is one with it.
 */
record Visible(CaseRows rows) {
    /** {@code AskThePerson("no-such-case")}. */
    CaseRow require(StaffSession session, CaseId id) throws AskThePerson, TryAgain {
        Set<String> hidden = hidden(session);
        return rows.find(id.text())
                .filter(row -> !hidden.contains(row.id()))
                .orElseThrow(() -> new AskThePerson("no-such-case"));
    }

    /** Ids of the cases that this session does not see. */
    Set<String> hidden(StaffSession session) throws TryAgain {
        return session.role().seesWithdrawn() ? Set.of() : rows.withdrawn();
    }
}
