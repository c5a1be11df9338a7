package org.umbral.clinic.casework;

import java.util.List;
import org.umbral.clinic.audit.Audit;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.TryAgain;

/** The audit, for those who look after it: data stewards and attorneys. Thread-safe. */
@FunctionalInterface
public interface AuditLog {
    /** The newest first, at most so many. {@code AskThePerson("not-your-role")}. */
    List<Audit.Line> find(StaffSession session, Audit.Search search, int most) throws AskThePerson, TryAgain;

    /** Behind the two roles. */
    static AuditLog of(Audit audit) {
        return (session, search, most) -> {
            if (!session.role().seesWithdrawn()) {
                throw new AskThePerson("not-your-role");
            }
            return audit.find(search, most);
        };
    }
}
