package org.umbral.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.umbral.clinic.audit.Audit;
import org.umbral.clinic.casework.Access;
import org.umbral.clinic.casework.Erasing;
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
        return new Guards(new SponsorsFake(), new WithdrawalsFake(), new ErasingFake(), GuardsFake::audit);
    }

    private static List<Audit.Line> audit(StaffSession session, Audit.Search search, int most) throws AskThePerson {
        if (!session.role().seesWithdrawn()) {
            throw new AskThePerson("not-your-role");
        }
        String at = SampleClinic.NOW.toString();
        List<Audit.Line> all = List.of(
                new Audit.Line(4, at, "staff-1", "SPONSORS_OPENED", "AAAAAAAAAAAAAAAAAAAAAA CHECK_PAPERS"),
                new Audit.Line(3, at, "staff-4", "ERASING_PROPOSED", "AAAAAAAAAAAAAAAAAAAAAA CONSENT_WITHDRAWN"),
                new Audit.Line(2, at, "", "LOGIN_REFUSED", ""),
                new Audit.Line(1, at, "staff-1", "CASE_OPENED", "AAAAAAAAAAAAAAAAAAAAAA"));
        return all.stream()
                .filter(line -> search.action().isEmpty() || search.action().equals(line.action()))
                .limit(most)
                .toList();
    }

    /** Three cases: one waits, one was erased, one lapsed. */
    private static final class ErasingFake implements Erasing {
        private static final Instant SINCE = SampleClinic.NOW.minus(Duration.ofDays(3));

        @Override
        public void propose(StaffSession session, CaseId id, String reason) throws AskThePerson {
            if (reason.isEmpty()) {
                throw new AskThePerson("reason-missing");
            }
        }

        @Override
        public void approve(StaffSession session, CaseId id) {}

        @Override
        public void refuse(StaffSession session, CaseId id) {}

        @Override
        public List<Proposal> list(StaffSession session) throws AskThePerson {
            if (!session.role().seesWithdrawn()) {
                throw new AskThePerson("not-your-role");
            }
            return List.of(
                    one("AAAAAAAAAAAAAAAAAAAAAA", State.WAITS, Optional.empty()),
                    one("BBBBBBBBBBBBBBBBBBBBBA", State.ERASED, Optional.of(SINCE.plusSeconds(60))),
                    one("CCCCCCCCCCCCCCCCCCCCCA", State.LAPSED, Optional.empty()));
        }

        private static Proposal one(String id, State state, Optional<Instant> erased) {
            return new Proposal(
                    new CaseId(id),
                    Reason.CONSENT_WITHDRAWN.name(),
                    state,
                    "staff-4",
                    SINCE,
                    erased.map(at -> "staff-1"),
                    erased,
                    erased,
                    3,
                    2);
        }
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
