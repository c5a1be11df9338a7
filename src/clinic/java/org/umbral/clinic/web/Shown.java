package org.umbral.clinic.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.casefile.Write;
import org.umbral.shared.casefile.WriteId;

/**
 * What a form had in front of its writer: the writes that it names, as they are still held. A save changes only what the
 * writer changed, and supersedes only what the writer saw.
 */
record Shown(CaseFile file, Set<WriteId> seen) {
    /** As {@link #text} made it; what is no name of a write is left out. */
    static Shown of(CaseFile file, String text) {
        Set<WriteId> seen = new TreeSet<>();
        for (String one : text.split(" ")) {
            try {
                seen.add(WriteId.parse(one));
            } catch (IllegalArgumentException noWrite) {
                continue;
            }
        }
        return new Shown(file, seen);
    }

    static String text(Collection<WriteId> seen) {
        return seen.stream().map(WriteId::toString).collect(Collectors.joining(" "));
    }

    /** The value that stood there; empty where there was none, or several. */
    Optional<Value> value() {
        Set<WriteId> superseded = new HashSet<>();
        seen.forEach(id -> write(id).ifPresent(write -> superseded.addAll(write.seen())));
        List<Value> left = new ArrayList<>();
        seen.stream()
                .filter(id -> !superseded.contains(id))
                .forEach(id -> write(id).map(Write::value).ifPresent(left::add));
        return left.stream().distinct().count() == 1 ? Optional.of(left.get(0)) : Optional.empty();
    }

    private Optional<Write> write(WriteId id) {
        Entry entry = file.entries().get(id.entry());
        return entry == null || entry.writes().size() <= id.place()
                ? Optional.empty()
                : Optional.of(entry.writes().get(id.place()));
    }
}
