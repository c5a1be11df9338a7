package org.umbral.clinic.rules;

import java.time.Clock;
import org.umbral.clinic.audit.Audit;
import org.umbral.clinic.store.Database;
import org.umbral.clinic.store.RuleRows;
import org.umbral.shared.catalogue.Catalogue;

/** Makes the rule book of one clinic. */
public final class Rules {
    private Rules() {}

    /** @param catalogue with the rules of the clinic */
    public static RuleBook book(Database database, Catalogue catalogue, Audit audit, Clock clock) {
        return new SignedRuleBook(new RuleRows(database), catalogue, audit, clock);
    }
}
