package org.umbral.model;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Write;
import org.umbral.shared.casefile.WriteId;

/** The texts that a case holds somewhere, read from its entries. */
final class Texts {
    private Texts() {}

    /** All that were ever written there, whether they stand or not. */
    static Set<String> of(CaseFile file, ItemId item, FieldId field) {
        Set<WriteId> ids = file.seen(item, field);
        Set<String> texts = new TreeSet<>();
        every(file).forEach((id, write) -> {
            if (ids.contains(id)) {
                write.value().asText().ifPresent(texts::add);
            }
        });
        return texts;
    }

    static Map<WriteId, Write> every(CaseFile file) {
        Map<WriteId, Write> every = new TreeMap<>();
        for (Entry entry : file.entries().values()) {
            for (int place = 0; place < entry.writes().size(); place++) {
                every.put(entry.writeId(place), entry.writes().get(place));
            }
        }
        return every;
    }

    static Set<String> held(CaseFile file, ItemId item, FieldId field) {
        Set<String> held = new TreeSet<>();
        file.answer(item, field).stream()
                .flatMap(answer -> answer.held().stream())
                .flatMap(one -> one.value().asText().stream())
                .forEach(held::add);
        return held;
    }
}
