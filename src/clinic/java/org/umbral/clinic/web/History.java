package org.umbral.clinic.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.umbral.clinic.casework.Access;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.casefile.Held;
import org.umbral.shared.casefile.Item;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Write;
import org.umbral.shared.casefile.WriteId;
import org.umbral.shared.catalogue.Field;
import org.umbral.shared.catalogue.FieldType;

/** Everything that was ever written to an item and what stands below it, the newest first: who, when heard, when typed, where. */
record History(CaseFile file, Access access, CatalogueWords said, Facts facts) {
    private record Line(Entry entry, CaseView.Past past) {}

    /** @param groups whose fields are told */
    List<CaseView.Past> of(ItemId item, Predicate<String> groups) {
        Set<ItemId> items = new HashSet<>(file.item(item).map(Item::sameAs).orElse(Collections.emptySortedSet()));
        items.add(item);
        Set<WriteId> current = current();
        List<Line> lines = new ArrayList<>();
        for (Entry entry : file.entries().values()) {
            for (int place = 0; place < entry.writes().size(); place++) {
                Write write = entry.writes().get(place);
                boolean counts = current.contains(entry.writeId(place));
                if (items.stream().anyMatch(one -> isOf(one, write.item()))) {
                    past(entry, write, counts, groups).ifPresent(past -> lines.add(new Line(entry, past)));
                }
            }
        }
        return lines.stream()
                .sorted(Comparator.comparing((Line line) -> line.entry().typed().toInstant())
                        .reversed())
                .map(Line::past)
                .toList();
    }

    /** The case holds everything; its own history is of what stands on it. */
    private static boolean isOf(ItemId item, ItemId written) {
        return item.equals(ItemId.CASE) ? written.equals(ItemId.CASE) : item.holds(written);
    }

    private Set<WriteId> current() {
        Set<WriteId> current = new HashSet<>();
        file.items()
                .values()
                .forEach(item -> item.answers()
                        .values()
                        .forEach(answer -> answer.held().stream().map(Held::id).forEach(current::add)));
        return current;
    }

    private Optional<CaseView.Past> past(Entry entry, Write write, boolean current, Predicate<String> groups) {
        return said.catalogue()
                .field(write.field())
                .filter(field -> access.mayRead(field) && isShown(field) && groups.test(field.group()))
                .map(field -> new CaseView.Past(
                        said.field(field.id()), facts.text(field, write.value()), facts.source(entry), current));
    }

    private static boolean isShown(Field field) {
        return field.type() != FieldType.PAGE && field.type() != FieldType.CASE_CODE;
    }
}
