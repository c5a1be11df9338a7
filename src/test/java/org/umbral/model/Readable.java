package org.umbral.model;

import java.util.List;
import java.util.TreeSet;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.casefile.Write;

/** A history as lines that a person can follow: short names for entries, items and cases. */
final class Readable {
    private Readable() {}

    static String of(List<Entry> entries, String difference) {
        StringBuilder lines = new StringBuilder();
        for (Entry entry : entries) {
            lines.append("  ")
                    .append(entry.id())
                    .append(" by ")
                    .append(entry.author().device());
            lines.append(" for ").append(entry.audience()).append(" in ").append(entry.caseId());
            lines.append(", typed ").append(entry.typed()).append('\n');
            for (Write write : entry.writes()) {
                lines.append("    ").append(write.field()).append(" of ");
                lines.append(write.item().path().isEmpty() ? "the case" : write.item());
                lines.append(" = ")
                        .append(write.value().json())
                        .append(", seen ")
                        .append(write.seen())
                        .append('\n');
            }
        }
        return named(entries, lines + difference);
    }

    private static String named(List<Entry> entries, String text) {
        String named = text;
        TreeSet<CaseId> cases = new TreeSet<>();
        TreeSet<String> parts = new TreeSet<>();
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            named = named.replace(entry.id().text(), "e" + (i + 1));
            cases.add(entry.caseId());
            entry.writes()
                    .forEach(write -> parts.addAll(List.of(write.item().path().split("/"))));
        }
        int place = 0;
        for (CaseId id : cases) {
            named = named.replace(id.text(), "case-" + ++place);
        }
        place = 0;
        for (String part : parts) {
            named = part.isEmpty() ? named : named.replace(part, "i" + ++place);
        }
        return named;
    }
}
