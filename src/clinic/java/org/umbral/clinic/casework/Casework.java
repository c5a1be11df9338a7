package org.umbral.clinic.casework;

import java.time.Clock;
import org.umbral.clinic.audit.Audit;
import org.umbral.clinic.enrol.Phones;
import org.umbral.clinic.store.CaseRows;
import org.umbral.clinic.store.ClinicState;
import org.umbral.clinic.store.Database;
import org.umbral.clinic.store.Devices;
import org.umbral.clinic.store.Envelopes;
import org.umbral.shared.catalogue.Catalogue;

/** Makes the desk of one clinic. */
public final class Casework {
    private Casework() {}

    /** @param catalogue that tells which fields may come from a phone */
    public static Desk desk(
            Database database,
            Envelopes envelopes,
            ClinicState state,
            Catalogue catalogue,
            Phones phones,
            Post post,
            Audit audit,
            Clock clock) {
        CaseRows rows = new CaseRows(database);
        Devices devices = new Devices(database);
        Inbox inbox = new Inbox(envelopes, devices, state, catalogue, rows);
        return new StaffDesk(rows, inbox, envelopes, new OpenedNotice(devices, post), phones, audit, clock);
    }
}
