package org.umbral.line;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What was killed, at what, and what was found. Thread-safe. */
final class KillTally {
    private final Map<String, Integer> byVictim = new TreeMap<>();
    private final Map<Phase, Integer> byPhase = new EnumMap<>(Phase.class);
    private final Set<String> points = new LinkedHashSet<>();
    private final Map<Finding.Kind, Integer> found = new EnumMap<>(Finding.Kind.class);
    private int kills;
    private int processes;
    private int checks;
    private int restored;
    private long compared;
    private int orphans;

    /** @param last what each of the killed said last */
    synchronized int killed(String victim, Iterable<String> last) {
        byVictim.merge(victim, 1, Integer::sum);
        for (String point : last) {
            processes++;
            byPhase.merge(Phase.of(point), 1, Integer::sum);
            points.add(point);
        }
        return ++kills;
    }

    synchronized void checked(int facts, boolean withRestore, int orphansLeft) {
        checks++;
        restored += withRestore ? 1 : 0;
        compared += facts;
        orphans = Math.max(orphans, orphansLeft);
    }

    synchronized void found(Finding finding) {
        found.merge(finding.kind(), 1, Integer::sum);
    }

    synchronized int kills() {
        return kills;
    }

    /** Whether each of these victims has its share of so many kills. */
    synchronized boolean hasMet(Map<String, Integer> least) {
        return least.entrySet().stream().allMatch(one -> byVictim.getOrDefault(one.getKey(), 0) >= one.getValue());
    }

    synchronized int count(Finding.Kind kind) {
        return found.getOrDefault(kind, 0);
    }

    @Override
    public synchronized String toString() {
        return kills + " kills of " + processes + " processes " + byVictim + "\n  at " + byPhase + ", behind "
                + points.size() + " distinct points\n  "
                + checks + " comparisons of " + String.format("%,d", compared) + " promised facts, " + restored
                + " backups restored; files that no row names, at most " + orphans + "\n  lost "
                + count(Finding.Kind.LOST) + ", doubled " + count(Finding.Kind.DOUBLED) + ", unreadable "
                + count(Finding.Kind.UNREADABLE);
    }
}
