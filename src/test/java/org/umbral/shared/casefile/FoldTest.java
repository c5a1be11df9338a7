package org.umbral.shared.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.umbral.shared.GiveUp;
import org.umbral.shared.secret.SigningKey;
import org.umbral.testing.Histories;
import org.umbral.testing.Seeds;

class FoldTest {
    private static final FieldId NAME = new FieldId("PER-02");

    private final SecureRandom random = Seeds.repeatable(3);
    private final CaseId id = CaseId.random(random);
    private final ItemId person = ItemId.random(random);
    private final Author author =
            new Author("worker", "phone", SigningKey.generate(random).verifyingKey());

    @Test
    void oneValueIsHeldWhereEachWriteSawTheOneBefore() {
        Entry first = entry(write(NAME, "Ana"));
        Entry second = entry(write(NAME, "Ana María", first));
        assertThat(fold(first, second).item(person).orElseThrow().text("PER-02"))
                .contains("Ana María");
    }

    @Test
    void twoWhoWroteApartAreBothKeptUntilSomebodySettles() {
        Entry one = entry(write(NAME, "Ana"));
        Entry other = entry(write(NAME, "Anna"));
        CaseFile apart = fold(one, other);
        assertThat(apart.hasConflicts()).isTrue();
        assertThat(apart.answer(person, NAME).orElseThrow().held()).hasSize(2);
        Entry settled = entry(write(NAME, "Ana", one, other));
        assertThat(fold(one, other, settled).item(person).orElseThrow().text("PER-02"))
                .contains("Ana");
    }

    @Test
    void theSameValueWrittenApartIsNoConflict() {
        assertThat(fold(entry(write(NAME, "Ana")), entry(write(NAME, "Ana"))).hasConflicts())
                .isFalse();
    }

    @Test
    void aSettlementThatArrivesBeforeWhatItSettlesStillSettlesIt() {
        Entry one = entry(write(NAME, "Ana"));
        Entry other = entry(write(NAME, "Anna"));
        Entry settled = entry(write(NAME, "Ana", one, other));
        assertThat(fold(settled, other).item(person).orElseThrow().text("PER-02"))
                .contains("Ana");
    }

    @Test
    void anItemIsRemovedUnlessSomebodyChangedItElsewhere() {
        Entry named = entry(write(NAME, "Ana"));
        Entry removed = entry(removal(named));
        assertThat(fold(named, removed).item(person).orElseThrow().state()).isEqualTo(Item.State.REMOVED);
        Entry elsewhere = entry(write(NAME, "Ana María", named));
        assertThat(fold(named, removed, elsewhere).item(person).orElseThrow().state())
                .isEqualTo(Item.State.REMOVED_HERE_CHANGED_THERE);
    }

    @Test
    void aRemovalIsTakenBackByALaterWriteOfFalse() {
        Entry named = entry(write(NAME, "Ana"));
        Entry removed = entry(removal(named));
        Entry back = entry(new Write(FieldId.REMOVED, person, Value.flag(false), seen(named, removed)));
        assertThat(fold(named, removed, back).item(person).orElseThrow().state())
                .isEqualTo(Item.State.PRESENT);
    }

    @Test
    void itemsThatAreOneAreShownAsOneUntilItIsUndone() {
        ItemId twin = ItemId.random(random);
        Entry one = entry(write(NAME, "Ana"));
        Entry other = entry(new Write(new FieldId("PER-05"), twin, Value.text("Ficticio"), new TreeSet<>()));
        Entry same = entry(new Write(FieldId.SAME_AS, person, Value.text(twin.path()), new TreeSet<>()));
        CaseFile joined = fold(one, other, same);
        assertThat(joined.items()).hasSize(1);
        Item merged = joined.items().values().iterator().next();
        assertThat(merged.text("PER-02")).contains("Ana");
        assertThat(merged.text("PER-05")).contains("Ficticio");
        Entry undone = entry(new Write(FieldId.SAME_AS, person, Value.flag(false), seen(same)));
        assertThat(fold(one, other, same, undone).items()).hasSize(2);
    }

    @Test
    void whileInConflictTheMostProtectiveValueCounts() {
        FieldId decision = new FieldId("CON-03");
        CaseFile apart = fold(entry(write(decision, "GIVEN")), entry(write(decision, "WITHDRAWN")));
        assertThat(apart.answer(person, decision)
                        .orElseThrow()
                        .mostProtective(List.of("WITHDRAWN", "REFUSED"))
                        .asText())
                .contains("WITHDRAWN");
    }

    @ParameterizedTest
    @MethodSource("org.umbral.testing.Seeds#fifty")
    void theSameEntriesGiveTheSameCaseInAnyOrderAndHoweverOften(long seed) {
        List<Entry> entries = Histories.of(seed, 25);
        CaseFile straight = CaseFile.fold(entries.get(0).caseId(), entries);
        List<Entry> mixed = new ArrayList<>(entries);
        mixed.addAll(entries.subList(0, entries.size() / 2));
        Collections.shuffle(mixed, new Random(seed));
        CaseFile stepwise = CaseFile.fold(straight.id(), List.of());
        for (Entry entry : mixed) {
            stepwise = stepwise.with(entry);
        }
        assertThat(shown(stepwise)).isEqualTo(shown(straight));
    }

    @ParameterizedTest
    @MethodSource("org.umbral.testing.Seeds#fifty")
    void noWriteIsEverLost(long seed) {
        List<Entry> entries = Histories.of(seed, 25);
        CaseFile folded = CaseFile.fold(entries.get(0).caseId(), entries);
        long writes = entries.stream().mapToLong(entry -> entry.writes().size()).sum();
        long every = folded.items().values().stream()
                .flatMap(item -> item.answers().values().stream())
                .mapToLong(answer -> answer.every().size())
                .sum();
        assertThat(every).isEqualTo(writes);
    }

    @ParameterizedTest
    @MethodSource("org.umbral.testing.Seeds#fifty")
    void anEntryReadsBackAsItWasWritten(long seed) throws GiveUp {
        for (Entry entry : Histories.of(seed, 10)) {
            byte[] json = EntryJson.write(entry);
            assertThat(EntryJson.read(json)).isEqualTo(entry);
            assertThat(EntryJson.write(EntryJson.read(json))).isEqualTo(json);
            assertThat(new String(json, java.nio.charset.StandardCharsets.UTF_8))
                    .startsWith("{\"format\":1,\"kind\":\"entry\",\"clinic\":\"clinic-ficticia\",\"case\":\"")
                    .doesNotContain("\n");
        }
    }

    private static List<String> shown(CaseFile file) {
        List<String> lines = new ArrayList<>();
        file.items().forEach((item, shown) -> {
            lines.add(item + " " + shown.state() + " " + shown.sameAs());
            shown.answers()
                    .forEach((field, answer) -> lines.add(field + " "
                            + answer.held().stream()
                                    .map(held -> held.id() + "=" + held.value().json())
                                    .toList()));
        });
        return lines;
    }

    private CaseFile fold(Entry... entries) {
        return CaseFile.fold(id, List.of(entries));
    }

    private Write write(FieldId field, String value, Entry... seen) {
        return new Write(field, person, Value.text(value), seen(seen));
    }

    private Write removal(Entry... seen) {
        return new Write(FieldId.REMOVED, person, Value.flag(true), seen(seen));
    }

    private static TreeSet<WriteId> seen(Entry... entries) {
        TreeSet<WriteId> seen = new TreeSet<>();
        for (Entry entry : entries) {
            for (int place = 0; place < entry.writes().size(); place++) {
                seen.add(entry.writeId(place));
            }
        }
        return seen;
    }

    private Entry entry(Write... writes) {
        return new Entry(
                EntryId.random(random),
                "clinic",
                id,
                "2026-11-21a",
                Audience.PHONE,
                author,
                1,
                null,
                null,
                OffsetDateTime.parse("2026-11-21T10:00:00Z"),
                HowKnown.FACE_TO_FACE,
                List.of(writes));
    }
}
