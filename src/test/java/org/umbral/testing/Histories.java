package org.umbral.testing;

import java.security.SecureRandom;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
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
import org.umbral.shared.casefile.Value;
import org.umbral.shared.casefile.Write;
import org.umbral.shared.secret.SigningKey;

/** Seeded histories of a fictitious case: several authors who each hold a part, edit, remove and join items. */
public final class Histories {
    private static final OffsetDateTime TYPED = OffsetDateTime.parse("2026-11-20T16:02:00-07:00");
    private static final List<FieldId> FIELDS =
            List.of(new FieldId("PER-02"), new FieldId("PER-05"), new FieldId("PER-11"));

    private final Random choice;
    private final SecureRandom random;
    private final CaseId caseId;
    private final List<ItemId> items = new ArrayList<>();
    private final List<Entry> all = new ArrayList<>();

    private Histories(long seed) {
        choice = new Random(seed);
        random = Seeds.repeatable(seed);
        caseId = CaseId.random(random);
    }

    public static List<Entry> of(long seed, int entries) {
        Histories history = new Histories(seed);
        List<Writer> writers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            writers.add(history.new Writer("device-" + i));
        }
        for (int i = 0; i < entries; i++) {
            writers.get(history.choice.nextInt(writers.size())).writeOne();
        }
        return history.all;
    }

    /** One author device: what it holds of the case is what reached it. */
    private final class Writer {
        private final Author author;
        private CaseFile held = CaseFile.fold(caseId, List.of());
        private int sequence;
        private @Nullable Sha256 previous;

        Writer(String device) {
            author = new Author(
                    "person-of-" + device, device, SigningKey.generate(random).verifyingKey());
        }

        void writeOne() {
            for (Entry entry : all) {
                if (choice.nextInt(3) == 0) {
                    held = held.with(entry);
                }
            }
            List<Write> writes = new ArrayList<>();
            for (int i = choice.nextInt(3); i >= 0; i--) {
                writes.add(nextWrite());
            }
            Entry entry = new Entry(
                    EntryId.random(random),
                    "clinic-ficticia",
                    caseId,
                    "2026-11-21a",
                    Audience.PHONE,
                    author,
                    ++sequence,
                    previous,
                    null,
                    TYPED,
                    HowKnown.FACE_TO_FACE,
                    writes);
            previous = Sha256.of(EntryJson.write(entry));
            held = held.with(entry);
            all.add(entry);
        }

        private Write nextWrite() {
            if (items.size() < 2 || choice.nextInt(5) == 0) {
                items.add(
                        items.isEmpty() || choice.nextBoolean()
                                ? ItemId.random(random)
                                : root(items.get(choice.nextInt(items.size()))).child(random));
            }
            ItemId item = items.get(choice.nextInt(items.size()));
            int kind = choice.nextInt(10);
            FieldId field = kind == 0
                    ? FieldId.REMOVED
                    : kind == 1 ? FieldId.SAME_AS : FIELDS.get(choice.nextInt(FIELDS.size()));
            Value value = kind == 0
                    ? Value.flag(true)
                    : kind == 1
                            ? Value.text(items.get(choice.nextInt(items.size())).path())
                            : Value.text("value " + choice.nextInt(5));
            return new Write(field, item, value, new TreeSet<>(held.seen(item, field)));
        }

        private ItemId root(ItemId item) {
            return new ItemId(item.path().substring(0, 12));
        }
    }
}
