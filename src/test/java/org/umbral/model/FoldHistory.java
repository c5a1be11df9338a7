package org.umbral.model;

import java.security.SecureRandom;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.umbral.shared.casefile.Audience;
import org.umbral.shared.casefile.Author;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.casefile.EntryId;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.Write;
import org.umbral.shared.casefile.WriteId;
import org.umbral.shared.secret.SigningKey;
import org.umbral.testing.Seeds;

/**
 * A seeded history: staff, a phone and its successor, who each hold the part that reached them, write to one case or to
 * two that staff may join, with clocks that jump by ten years.
 */
final class FoldHistory {
    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-22T10:00:00Z");
    private static final int MOST_ENTRIES = 14;
    private static final int TEN_YEARS_DAYS = 3650;
    private static final List<Author> AUTHORS = Stream.of(Author.CLINIC, "phone-1", "phone-2")
            .map(FoldHistory::author)
            .toList();

    private final Random choice;
    private final SecureRandom random;
    private final List<CaseId> cases;
    private final List<Writer> writers = AUTHORS.stream().map(Writer::new).toList();
    private final List<Entry> all = new ArrayList<>();

    private FoldHistory(long seed) {
        choice = new Random(seed);
        random = Seeds.repeatable(seed);
        cases = Stream.generate(() -> CaseId.random(random))
                .limit(choice.nextInt(4) == 0 ? 2 : 1)
                .toList();
    }

    static List<Entry> of(long seed) {
        FoldHistory history = new FoldHistory(seed);
        int entries = 1 + history.choice.nextInt(MOST_ENTRIES);
        while (history.all.size() < entries) {
            history.writers.get(history.choice.nextInt(AUTHORS.size())).write();
        }
        return history.all;
    }

    private static Author author(String device) {
        SecureRandom random = Seeds.repeatable(device.hashCode());
        return new Author(
                "person-of-" + device, device, SigningKey.generate(random).verifyingKey());
    }

    /** One author device: what it holds is what reached it, in any order and with gaps. */
    private final class Writer {
        private final Author author;
        private final List<Entry> held = new ArrayList<>();

        Writer(Author author) {
            this.author = author;
        }

        void write() {
            all.stream()
                    .filter(entry -> author.isClinic() || entry.audience() == Audience.PHONE)
                    .filter(entry -> !held.contains(entry) && choice.nextInt(3) == 0)
                    .forEach(held::add);
            CaseId id = cases.get(choice.nextInt(cases.size()));
            boolean joined = author.isClinic() && choice.nextBoolean();
            Audience audience = author.isClinic() && choice.nextInt(3) == 0 ? Audience.STAFF : Audience.PHONE;
            FoldModel view = new FoldModel(
                    id,
                    held.stream()
                            .filter(entry -> joined || entry.caseId().equals(id))
                            .toList());
            EntryId entryId = EntryId.random(random);
            FoldWrites writes = new FoldWrites(choice, random, view);
            List<Write> said = new ArrayList<>();
            for (int i = choice.nextInt(3); i >= 0; i--) {
                said.add(forgedAtTimes(writes.next(audience), entryId));
            }
            if (author.isClinic() && cases.size() > 1 && choice.nextInt(3) == 0) {
                said.add(writes.sameCase(cases.get(choice.nextInt(cases.size()))));
            }
            Entry entry = entry(entryId, id, audience, said);
            held.add(entry);
            all.add(entry);
        }

        private Entry entry(EntryId entryId, CaseId id, Audience audience, List<Write> said) {
            int years = choice.nextInt(3) - 1;
            OffsetDateTime typed = NOW.plusDays((long) years * TEN_YEARS_DAYS).plusMinutes(choice.nextInt(5));
            return new Entry(
                    entryId,
                    "clinic-ficticia",
                    id,
                    "2026-11-21a",
                    audience,
                    author,
                    1,
                    null,
                    null,
                    typed,
                    HowKnown.FACE_TO_FACE,
                    said);
        }
    }

    /** Now and then a write claims to have seen itself, what its author never held, or a write of another field. */
    private Write forgedAtTimes(Write write, EntryId own) {
        if (choice.nextInt(30) > 0) {
            return write;
        }
        TreeSet<WriteId> seen = new TreeSet<>(write.seen());
        seen.add(new WriteId(own, choice.nextInt(2)));
        if (!all.isEmpty()) {
            seen.add(all.get(choice.nextInt(all.size())).writeId(0));
        }
        return new Write(write.field(), write.item(), write.value(), seen);
    }

    /** Every field is one audience's, as in the catalogue. */
    static List<FieldId> fields(Audience audience) {
        return Stream.of(audience == Audience.PHONE ? "PER-02,CON-03,ZZZ-77" : "ELI-01,ZZZ-78")
                .flatMap(names -> Stream.of(names.split(",")))
                .map(FieldId::new)
                .toList();
    }
}
