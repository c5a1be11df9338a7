package org.umbral.model;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.casefile.Write;
import org.umbral.shared.casefile.WriteId;

/** Takes away what a failure does not need, one by one, for as long as it still fails. */
final class Shrinking {
    private Shrinking() {}

    /** Of any steps. */
    static <T> List<T> steps(List<T> steps, Predicate<List<T>> fails) {
        List<T> least = new ArrayList<>(steps);
        for (int piece = Math.max(1, least.size() / 2); piece >= 1; piece /= 2) {
            for (int at = least.size() - piece; at >= 0; at = Math.min(at, least.size()) - piece) {
                List<T> fewer = new ArrayList<>(least);
                fewer.subList(at, at + piece).clear();
                if (fails.test(fewer)) {
                    least = fewer;
                }
            }
        }
        return least;
    }

    /** Of entries, then of the writes in them, then of what these say they have seen. */
    static List<Entry> entries(List<Entry> entries, Predicate<List<Entry>> fails) {
        List<Entry> least = steps(entries, fails);
        for (int at = 0; at < least.size(); at++) {
            for (int place = least.get(at).writes().size() - 1; place >= 0; place--) {
                List<Entry> fewer = without(least, least.get(at), place);
                least = fails.test(fewer) ? fewer : least;
            }
        }
        return least;
    }

    /** Those after it move up, and who has seen them has seen them there. */
    private static List<Entry> without(List<Entry> entries, Entry from, int place) {
        return entries.stream()
                .map(entry -> {
                    List<Write> writes = new ArrayList<>();
                    entry.writes().forEach(write -> writes.add(moved(write, from.writeId(place))));
                    if (entry.equals(from)) {
                        writes.remove(place);
                    }
                    return entry.with(writes);
                })
                .toList();
    }

    private static Write moved(Write write, WriteId gone) {
        TreeSet<WriteId> seen = new TreeSet<>();
        for (WriteId id : write.seen()) {
            boolean after = id.entry().equals(gone.entry()) && id.place() > gone.place();
            if (!id.equals(gone)) {
                seen.add(after ? new WriteId(id.entry(), id.place() - 1) : id);
            }
        }
        return new Write(write.field(), write.item(), write.value(), seen);
    }
}
