package org.umbral.clinic.casework;

import java.time.OffsetDateTime;
import java.util.Set;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.TryAgain;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.ItemId;

/**
 * Consent that was taken back. From the commit on the case is there for attorneys and stewards only, nothing about it goes
 * to a phone but the order to take its copy away, and letters that were not fetched are dropped. Thread-safe.
 */
public interface Withdrawals {
    /** Why a withdrawal does not stand; stored by its name, which never changes. */
    enum Why {
        WRONG_CASE,
        MISUNDERSTOOD,
        GIVEN_AGAIN
    }

    /**
     * Everything that the person had agreed to, and what the clinic works on in any case. For paralegals and attorneys, else
     * {@code AskThePerson("not-your-role")}; {@code no-such-case}, {@code no-such-person}, {@code value-does-not-fit}.
     */
    void withdraw(StaffSession session, CaseId id, Told told) throws AskThePerson, TryAgain;

    /** Back to what stood before. For attorneys. {@code AskThePerson} as above, {@code reason-missing}. */
    void undo(StaffSession session, CaseId id, String why) throws AskThePerson, TryAgain;

    /**
     * What the person said.
     *
     * @param when they said it
     * @param via code of CON-12A
     * @param scope codes of CON-13
     * @param violence whether there is a sign of violence at home
     */
    record Told(ItemId person, OffsetDateTime when, String via, Set<String> scope, boolean violence) {
        public Told {
            scope = Set.copyOf(scope);
        }

        @Override
        public String toString() {
            return "Told";
        }
    }
}
