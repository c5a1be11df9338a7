package org.umbral.clinic.casework;

import java.util.List;
import org.umbral.clinic.casework.Desk.QueueRow;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.TryAgain;

/**
 * Finds cases by names as written and as they sound, A-Numbers, document numbers, telephones and case codes, over the cards
 * that stand in memory. Finds nothing that the session's queue does not show. Thread-safe.
 */
public interface Finding {
    /** Many more would not be read. */
    int MOST = 100;

    /**
     * The surest first, at most {@value #MOST}. The audit keeps how many were found and not what was sought. {@code
     * AskThePerson("not-your-role")}.
     */
    List<Found> find(StaffSession session, String typed) throws AskThePerson, TryAgain;

    /** Drops what stands in memory: when the last member of staff logged out. */
    void forget();

    /** Why something was found, the surest first. */
    enum By {
        CODE,
        NUMBER,
        NAME,
        SPELLING,
        SOUND
    }

    /** A line of the queue that was found. */
    record Found(QueueRow row, By by) {}
}
