package org.umbral.testing;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.umbral.clinic.casework.Access;
import org.umbral.clinic.casework.Guards;
import org.umbral.clinic.casework.Sponsors;
import org.umbral.clinic.casework.Withdrawals;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.casefile.CaseId;

/** The doors to what stands apart, over sample cases. */
public final class GuardsFake {
    private final Set<CaseId> open = ConcurrentHashMap.newKeySet();

    public Guards doors() {
        return new Guards(new SponsorsFake(), new WithdrawalsFake());
    }

    /** Nothing that the pages show changes by it. */
    private static final class WithdrawalsFake implements Withdrawals {
        @Override
        public void withdraw(StaffSession session, CaseId id, Told told) {}

        @Override
        public void undo(StaffSession session, CaseId id, String why) throws AskThePerson {
            if (why.isEmpty()) {
                throw new AskThePerson("reason-missing");
            }
        }
    }

    private final class SponsorsFake implements Sponsors {
        @Override
        public Access access(StaffSession session, CaseId id) {
            Access access = Access.of(session);
            return open.contains(id) ? access.withSponsors() : access;
        }

        @Override
        public void open(StaffSession session, CaseId id, String reason, String words) throws AskThePerson {
            if (reason.isEmpty()) {
                throw new AskThePerson("reason-missing");
            }
            open.add(id);
        }
    }
}
