package org.umbral.testing;

import java.security.SecureRandom;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.umbral.clinic.casework.Desk;
import org.umbral.shared.Sha256;
import org.umbral.shared.casefile.Audience;
import org.umbral.shared.casefile.Author;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.casefile.EntryId;
import org.umbral.shared.casefile.EntryJson;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.PageImage;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.casefile.Write;
import org.umbral.shared.casefile.WriteId;
import org.umbral.shared.secret.SigningKey;

/** A fictitious case in the making: entries of one or more authors, folded as the real ones are. */
public final class SampleCase {
    private final SecureRandom random;
    private final CaseId id;
    private final OffsetDateTime typed;
    private final Map<String, ItemId> items = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private boolean isJoined;

    public SampleCase(SecureRandom random, OffsetDateTime typed) {
        this.random = random;
        this.id = CaseId.random(random);
        this.typed = typed;
        items.put("case", ItemId.CASE);
    }

    public CaseId id() {
        return id;
    }

    public CaseFile fold() {
        if (isJoined) {
            return CaseFile.join(entries, Map.of());
        }
        return CaseFile.fold(id, entries);
    }

    /** As staff find two cases, and a person of each, to be one. */
    public void join(SampleCase other, String here, String there) {
        sitting("staff-1", Author.CLINIC)
                .write("case", FieldId.SAME_AS.text(), other.id.text())
                .write(here, FieldId.SAME_AS.text(), other.item(there).path())
                .cut();
        entries.addAll(other.entries);
        isJoined = true;
    }

    /** {@code "ana/whatsapp"} is an item below {@code "ana"}; the same name is the same item. */
    public ItemId item(String name) {
        int slash = name.lastIndexOf('/');
        ItemId known = items.get(name);
        if (known == null) {
            known = slash < 0
                    ? ItemId.random(random)
                    : item(name.substring(0, slash)).child(random);
            items.put(name, known);
        }
        return known;
    }

    public Sitting sitting(String person, String device) {
        return new Sitting(person, device);
    }

    /** As a desk writes it, without its gates. */
    public void written(String person, Desk.Changes changes) {
        Sitting sitting = sitting(person, Author.CLINIC).known(changes.known());
        for (Desk.Change change : changes.changes()) {
            sitting.writes.add(new Write(change.field(), change.item(), change.value(), new TreeSet<>(change.seen())));
        }
        sitting.cut();
    }

    /** What one author writes in one go; {@link #cut} makes it an entry. */
    public final class Sitting {
        private final String person;
        private final String device;
        private final CaseFile held = fold();
        private final List<Write> writes = new ArrayList<>();
        private HowKnown known = HowKnown.FACE_TO_FACE;

        private Sitting(String person, String device) {
            this.person = person;
            this.device = device;
        }

        public Sitting known(HowKnown how) {
            known = how;
            return this;
        }

        public Sitting write(String item, String field, Value value) {
            SortedSet<WriteId> seen = held.seen(item(item), new FieldId(field));
            writes.add(new Write(new FieldId(field), item(item), value, seen));
            return this;
        }

        public Sitting write(String item, String field, String value) {
            return write(item, field, Value.text(value));
        }

        /** A page; its sealed name is the hash of its image, which is enough for a fake. */
        public Sitting page(String item, int number, byte[] jpeg, int width, int height) {
            Sha256 hash = Sha256.of(jpeg);
            write(item, "PAG-01", Value.number(number));
            return write(item, "PAG-02", new PageImage(hash, jpeg.length, hash, hash, width, height).toValue());
        }

        public Entry cut() {
            return cut(typed);
        }

        public Entry cut(OffsetDateTime at) {
            Entry entry = entryAt(at);
            entries.add(entry);
            return entry;
        }

        private Entry entryAt(OffsetDateTime at) {
            List<Entry> before = entries.stream()
                    .filter(entry -> entry.author().device().equals(device))
                    .toList();
            try (SigningKey key = SigningKey.generate(random)) {
                return new Entry(
                        EntryId.random(random),
                        "clinic-ficticia",
                        id,
                        "2026-11-21a",
                        Audience.PHONE,
                        new Author(person, device, key.verifyingKey()),
                        before.size() + 1,
                        before.isEmpty() ? null : Sha256.of(EntryJson.write(before.get(before.size() - 1))),
                        at.minusMinutes(20),
                        at,
                        known,
                        writes);
            }
        }
    }
}
