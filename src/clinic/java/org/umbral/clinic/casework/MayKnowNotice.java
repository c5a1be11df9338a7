package org.umbral.clinic.casework;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.umbral.clinic.duplicates.Suggestion;
import org.umbral.clinic.duplicates.Suggestion.Level;
import org.umbral.clinic.keys.KeyRing;
import org.umbral.clinic.store.CaseRows;
import org.umbral.clinic.store.MayKnowRows;
import org.umbral.shared.TryAgain;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.casefile.SameCases;
import org.umbral.shared.envelope.DocumentKind;
import org.umbral.shared.envelope.Documents;

/**
 * Tells the phones that captured a case whether the clinic may already know its person, each time that this changes: a flag,
 * and nothing of the other case (scenario SC-07). It is taken back when staff say that they are two, and when they are one.
 * People are compared under the key of a member of staff, so this goes when staff look who came twice, or decide about it.
 */
record MayKnowNotice(MayKnowRows rows, OpenPairs pairs, CaseRows caseRows, OneCases ones, CapturingPhones phones) {
    private static final int MOST_AT_ONCE = 50;
    private static final Set<Level> SURE = Set.of(Level.HARD, Level.PROBABLE);

    /** A stop between letter and mark sends the letter again; a phone takes the same one twice. */
    void deliver(KeyRing ring) {
        Outgoing.send(() -> deliverSome(ring));
    }

    private void deliverSome(KeyRing ring) throws TryAgain {
        Set<String> withdrawn = caseRows.withdrawn();
        Set<String> now = perhapsKnown(ring, withdrawn);
        Set<String> told = rows.told();
        now.stream()
                .filter(id -> !told.contains(id))
                .limit(MOST_AT_ONCE)
                .forEach(id -> Outgoing.send(() -> tell(ring, id, true)));
        for (String id : told) {
            if (withdrawn.contains(id)) {
                // Its phones are told to take the case away.
                rows.tell(id, false);
            } else if (!now.contains(id)) {
                Outgoing.send(() -> tell(ring, id, false));
            }
        }
    }

    /** Nothing is said of what only attorneys and stewards see. */
    private Set<String> perhapsKnown(KeyRing ring, Set<String> withdrawn) throws TryAgain {
        SameCases same = ones.same();
        Set<String> known = new HashSet<>();
        for (Suggestion one : pairs.undecided(ring.staffKey())) {
            String first = one.first().caseId();
            String second = one.second().caseId();
            boolean apart = !same.lead(new CaseId(first)).equals(same.lead(new CaseId(second)));
            if (SURE.contains(one.level()) && apart && !withdrawn.contains(first) && !withdrawn.contains(second)) {
                known.add(first);
                known.add(second);
            }
        }
        return known;
    }

    private void tell(KeyRing ring, String id, boolean mayKnow) throws TryAgain {
        Collection<Entry> entries = ones.cases().entries(ring.staffKey(), new CaseId(id));
        // Where every phone was shut out it waits for the one that joins again.
        if (!phones.of(entries).isEmpty()) {
            phones.send(ring, entries, DocumentKind.MAY_KNOW, new Documents.MayKnow(1, id, mayKnow));
            rows.tell(id, mayKnow);
        }
    }
}
