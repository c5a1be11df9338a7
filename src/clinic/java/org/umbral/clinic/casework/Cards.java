package org.umbral.clinic.casework;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.umbral.clinic.duplicates.Spoken;
import org.umbral.clinic.store.CaseRows;
import org.umbral.clinic.store.CaseRows.CaseRow;
import org.umbral.clinic.store.FindRows;
import org.umbral.clinic.store.PhotoRows;
import org.umbral.shared.TryAgain;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.SameCases;
import org.umbral.shared.catalogue.Catalogue;
import org.umbral.shared.secret.AesKey;

/**
 * Every case's card, opened into memory in the request of a member of staff who reads cases, followed from there change by
 * change, and dropped when the last of them logged out (design §6). Holds no key. Thread-safe.
 */
final class Cards {
    private static final int AT_ONCE = 500;

    private final CaseRows rows;
    private final PhotoRows photos;
    private final FindRows finds;
    private final OneCases ones;
    private final Catalogue catalogue;
    private final ReentrantLock following = new ReentrantLock();
    private volatile Held held = Held.NOTHING;

    Cards(CaseRows rows, PhotoRows photos, FindRows finds, OneCases ones, Catalogue catalogue) {
        this.rows = rows;
        this.photos = photos;
        this.finds = finds;
        this.ones = ones;
        this.catalogue = catalogue;
    }

    /** One case: its row, its card, and what it is found by. */
    record Line(CaseId id, CaseRow row, Card card, Spoken names, List<String> numbers, PhotoRows.Count photos) {
        @Override
        public String toString() {
            return "Line[" + id + "]";
        }
    }

    /**
     * All of them at one moment; never changed.
     *
     * @param stamp of the newest change that is in it
     * @param same which cases are one
     */
    record Held(long stamp, Map<String, Line> lines, SameCases same) {
        static final Held NOTHING = new Held(0, Map.of(), SameCases.of(List.of()));

        @Override
        public String toString() {
            return "Held[" + stamp + "]";
        }
    }

    /** As it is now. Opens what changed since the last time, and everything the first time. */
    Held follow(AesKey staffKey) throws TryAgain {
        following.lock();
        try {
            Held now = held;
            List<FindRows.Change> changes = finds.since(now.stamp());
            if (changes.isEmpty()) {
                return now;
            }
            if (now.stamp() == 0) {
                addMissing(staffKey);
            }
            Map<String, Line> lines = new HashMap<>(now.lines());
            for (int from = 0; from < changes.size(); from += AT_ONCE) {
                List<String> some = changes.subList(from, Math.min(changes.size(), from + AT_ONCE)).stream()
                        .map(FindRows.Change::caseId)
                        .toList();
                some.forEach(lines::remove);
                open(staffKey, some).forEach(line -> lines.put(line.row().id(), line));
            }
            Held next = new Held(changes.get(changes.size() - 1).stamp(), lines, ones.same());
            held = next;
            return next;
        } finally {
            following.unlock();
        }
    }

    /** Nobody who reads cases is logged in any more. */
    void forget() {
        held = Held.NOTHING;
    }

    private List<Line> open(AesKey staffKey, List<String> cases) throws TryAgain {
        Map<String, byte[]> found = finds.of(cases);
        Map<String, PhotoRows.Count> counts = photos.counts(cases);
        List<Line> lines = new ArrayList<>();
        for (CaseRow row : rows.cases(cases)) {
            byte[] sealed = found.get(row.id());
            FindCard find = sealed == null ? FindCard.NONE : FindCard.open(staffKey, row.id(), sealed);
            lines.add(new Line(
                    new CaseId(row.id()),
                    row,
                    Card.open(staffKey, row.id(), row.card()),
                    Spoken.of(find.names()),
                    find.numbers(),
                    counts.getOrDefault(row.id(), PhotoRows.Count.NONE)));
        }
        return lines;
    }

    /** Cases of an earlier version get what they are found by. */
    private void addMissing(AesKey staffKey) throws TryAgain {
        Map<String, byte[]> made = new HashMap<>();
        for (String id : finds.missing()) {
            CaseId caseId = new CaseId(id);
            CaseFile file = CaseFile.fold(caseId, ones.cases().entries(staffKey, caseId));
            made.put(id, FindCard.of(new CaseFacts(catalogue, file)).seal(staffKey, id));
        }
        if (!made.isEmpty()) {
            finds.add(made);
        }
    }
}
