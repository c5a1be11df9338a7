package org.umbral.clinic.casework;

import java.time.Clock;
import org.umbral.clinic.audit.Audit;
import org.umbral.clinic.enrol.Letters;
import org.umbral.clinic.enrol.Phones;
import org.umbral.clinic.store.CaseRows;
import org.umbral.clinic.store.ClinicStore;
import org.umbral.clinic.store.PhotoRows;
import org.umbral.clinic.store.QuarantineRows;
import org.umbral.shared.catalogue.Catalogue;

/** Makes the desk of one clinic. */
public final class Casework {
    private Casework() {}

    /** @param catalogue that tells which fields may come from a phone */
    public static Desk desk(ClinicStore store, Catalogue catalogue, Phones phones, Audit audit, Clock clock) {
        CaseRows rows = new CaseRows(store.database());
        Inbox inbox = new Inbox(store, catalogue, rows);
        OpenedNotice notice = new OpenedNotice(store.devices(), new Letters(store.devices(), store.mailbox()));
        return new StaffDesk(
                rows,
                new QuarantineRows(store.database()),
                new PhotoRows(store.database()),
                inbox,
                catalogue,
                store.envelopes(),
                notice,
                phones,
                audit,
                clock);
    }
}
