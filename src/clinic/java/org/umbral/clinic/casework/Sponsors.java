package org.umbral.clinic.casework;

import org.umbral.clinic.keys.StaffSession;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.TryAgain;
import org.umbral.shared.casefile.CaseId;

/**
 * What sponsors said in confidence, apart from the case: everything but how to reach them. It opens for those with the
 * permission, for one case and one session, after they said why. Thread-safe.
 */
public interface Sponsors {
    /** Why somebody needs it; stored by its name, which never changes. */
    enum Reason {
        CALL_SPONSOR,
        RECORD_WHAT_WAS_TOLD,
        CHECK_PAPERS,
        PREPARE_REQUEST,
        CHECK_SAFETY,
        /** Needs words beside it. */
        OTHER
    }

    /** What the session reads of this case now. */
    Access access(StaffSession session, CaseId id) throws TryAgain;

    /**
     * Opens it. Audited with the reason's code; words are kept sealed. {@code AskThePerson} with {@code not-your-role} for those
     * without the permission, {@code no-such-case}, {@code reason-missing} for no known code or OTHER without words, {@code
     * reason-too-long} over 200 characters.
     */
    void open(StaffSession session, CaseId id, String reason, String words) throws AskThePerson, TryAgain;
}
