package org.umbral.clinic.casework;

import org.umbral.clinic.keys.StaffSession;
import org.umbral.shared.TryAgain;
import org.umbral.shared.casefile.CaseFile;

/** The doors to what not everybody may see, beside the desk and over the same cases. */
public record Guards(Sponsors sponsors, Withdrawals withdrawals, Erasing erasing, AuditLog audit) {
    /** What the session reads and writes of this case now. */
    public Access access(StaffSession session, CaseFile file) throws TryAgain {
        return sponsors.access(session, file.id()).to(file);
    }
}
