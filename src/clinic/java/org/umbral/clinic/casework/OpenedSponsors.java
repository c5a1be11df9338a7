package org.umbral.clinic.casework;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import org.umbral.clinic.audit.Audit;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.clinic.store.SponsorRows;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.TryAgain;
import org.umbral.shared.casefile.CaseId;

/** Holds nothing between two calls: what is open stands in rows, so that any node knows it. */
record OpenedSponsors(SponsorRows rows, Visible visible, Audit audit, Clock clock) implements Sponsors {
    private static final int MOST_LETTERS = 200;

    @Override
    public Access access(StaffSession session, CaseId id) throws TryAgain {
        Access access = Access.of(session);
        return access.mayOpenSponsors() && rows.isOpen(session.staff(), session.seat(), id.text())
                ? access.withSponsors()
                : access;
    }

    @Override
    public void open(StaffSession session, CaseId id, String reason, String words) throws AskThePerson, TryAgain {
        if (!Access.of(session).mayOpenSponsors()) {
            throw new AskThePerson("not-your-role");
        }
        visible.require(session, id);
        String added = words.strip();
        boolean known =
                Arrays.stream(Reason.values()).anyMatch(one -> one.name().equals(reason));
        if (!known || reason.equals(Reason.OTHER.name()) && added.isEmpty()) {
            throw new AskThePerson("reason-missing");
        }
        if (added.length() > MOST_LETTERS) {
            throw new AskThePerson("reason-too-long");
        }
        byte[] sealed = added.isEmpty()
                ? null
                : session.ring().staffKey().seal(added.getBytes(StandardCharsets.UTF_8), place(session, id));
        rows.put(
                new SponsorRows.Row(session.staff(), session.seat(), id.text(), clock.millis(), reason, sealed),
                audit.next(session.staff(), Audit.Action.SPONSORS_OPENED, id.text() + " " + reason));
    }

    private static byte[] place(StaffSession session, CaseId id) {
        return String.join("|", "sponsor_openings", session.staff(), session.seat(), id.text())
                .getBytes(StandardCharsets.UTF_8);
    }
}
