package org.umbral.testing;

import java.security.SecureRandom;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.umbral.shared.casefile.Audience;
import org.umbral.shared.casefile.Author;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.casefile.EntryId;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.PartialDate;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.casefile.Write;
import org.umbral.shared.secret.SigningKey;

/** A fictitious case as one worker told it; items by name, {@code "ana/passport"} below {@code "ana"}. */
public final class ToldCase {
    private final SecureRandom random;
    private final CaseId id;
    private final Map<String, ItemId> items = new HashMap<>(Map.of("case", ItemId.CASE));
    private final List<Write> writes = new ArrayList<>();

    public ToldCase() {
        this(Seeds.repeatable(7));
    }

    public ToldCase(SecureRandom random) {
        this.random = random;
        this.id = CaseId.random(random);
    }

    public ItemId item(String name) {
        ItemId known = items.get(name);
        if (known == null) {
            int slash = name.lastIndexOf('/');
            known = slash < 0
                    ? ItemId.random(random)
                    : item(name.substring(0, slash)).child(random);
            items.put(name, known);
        }
        return known;
    }

    public ToldCase with(String item, String field, Value value) {
        writes.removeIf(
                write -> write.item().equals(item(item)) && write.field().text().equals(field));
        writes.add(new Write(new FieldId(field), item(item), value, new TreeSet<>()));
        return this;
    }

    public ToldCase with(String item, String field, String text) {
        return with(item, field, Value.text(text));
    }

    public ToldCase with(String item, String field, PartialDate date) {
        return with(item, field, date.toValue());
    }

    /** A choice of several. */
    public ToldCase several(String item, String field, String... codes) {
        return with(item, field, Value.choices(List.of(codes)));
    }

    public ToldCase without(String item, String field) {
        writes.removeIf(
                write -> write.item().equals(item(item)) && write.field().text().equals(field));
        return this;
    }

    public CaseFile fold() {
        return CaseFile.fold(id, List.of(entry()));
    }

    public Entry entry() {
        try (SigningKey key = SigningKey.generate(random)) {
            return new Entry(
                    EntryId.random(random),
                    "clinic-ficticia",
                    id,
                    "2026-11-21b",
                    Audience.PHONE,
                    new Author("p-fict", "d-fict", key.verifyingKey()),
                    1,
                    null,
                    null,
                    OffsetDateTime.parse("2026-11-21T10:00:00Z"),
                    HowKnown.FACE_TO_FACE,
                    writes);
        }
    }
}
