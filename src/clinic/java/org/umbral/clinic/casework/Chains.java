package org.umbral.clinic.casework;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.umbral.shared.casefile.Audience;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.Entry;

/** Each author device numbers its entries of a case and audience from 1; what is skipped has not arrived. */
final class Chains {
    private Chains() {}

    private record Chain(CaseId caseId, String device, String key, Audience audience) {}

    static int missing(Collection<Entry> entries) {
        Map<Chain, Set<Integer>> numbers = new HashMap<>();
        for (Entry entry : entries) {
            if (entry.author().isClinic()) {
                // What staff wrote for others than the reader is not missing.
                continue;
            }
            Chain chain = new Chain(
                    entry.caseId(),
                    entry.author().device(),
                    entry.author().key().text(),
                    entry.audience());
            numbers.computeIfAbsent(chain, none -> new HashSet<>()).add(entry.sequence());
        }
        return numbers.values().stream()
                .mapToInt(
                        held -> held.stream().mapToInt(Integer::intValue).max().orElse(0) - held.size())
                .sum();
    }
}
