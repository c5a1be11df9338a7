package org.umbral.clinic.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.umbral.clinic.keys.KeyRing;
import org.umbral.clinic.store.JoinRows;
import org.umbral.shared.TryAgain;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.casefile.SameCases;

/** Reads cases together with those that staff found to be one with them. */
record OneCases(SealedCases cases, JoinRows joins) {
    /** Which cases may be one, by the rows that staff's entries left; what counts is what the entries say. */
    SameCases same() throws TryAgain {
        List<List<CaseId>> pairs = new ArrayList<>();
        for (List<String> pair : joins.casesIn(Joins.State.JOINED.name())) {
            pairs.add(List.of(new CaseId(pair.get(0)), new CaseId(pair.get(1))));
        }
        return SameCases.of(pairs);
    }

    /** As far as the ring's keys open it. */
    OneCase read(KeyRing ring, CaseId id) throws TryAgain {
        SortedMap<CaseId, List<Entry>> members = new TreeMap<>();
        List<Entry> all = new ArrayList<>();
        for (CaseId member : same().with(id)) {
            members.put(member, cases.entries(ring, member));
            all.addAll(members.get(member));
        }
        if (members.size() > 1) {
            members.keySet().retainAll(SameCases.among(all).with(id));
        }
        members.values().removeIf(entries -> entries.isEmpty() && members.size() > 1);
        return OneCase.of(members);
    }
}
