package org.umbral.shared.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.umbral.shared.secret.SigningKey;
import org.umbral.testing.Histories;
import org.umbral.testing.Seeds;

/** Cases and items that staff find to be one, and take apart again. */
class SameCasesTest {
    private static final FieldId NAME = new FieldId("PER-02");
    private static final FieldId PLACE = new FieldId("CAP-10");
    private static final FieldId REACHED = new FieldId("PER-28");

    private final SecureRandom random = Seeds.repeatable(20261122);
    private final Author worker = author("phone-1");
    private final Author staff = author(Author.CLINIC);
    private final List<CaseId> ids =
            Stream.generate(() -> CaseId.random(random)).limit(3).sorted().toList();
    private final CaseId first = ids.get(0);
    private final CaseId second = ids.get(1);
    private final ItemId ana = ItemId.random(random);
    private final ItemId anna = ItemId.random(random);
    private final ItemId contact = anna.child(random);
    private final Entry inFirst = entry(first, worker, write(NAME, ana, "Ana"), write(PLACE, ItemId.CASE, "Shelter A"));
    private final Entry inSecond = entry(
            second,
            worker,
            write(NAME, anna, "Anna"),
            write(REACHED, contact, "+1 202 555 0143"),
            write(PLACE, ItemId.CASE, "Shelter B"));
    private final Entry same =
            entry(first, staff, write(FieldId.SAME_AS, ItemId.CASE, second.text()), sameAs(ana, anna));

    @Test
    void casesThatStaffFoundToBeOneAreOneAndNoFieldIsDropped() {
        assertThat(SameCases.among(List.of(inFirst, inSecond)).lead(second)).isEqualTo(second);
        SameCases now = SameCases.among(List.of(inSecond, same, inFirst));
        assertThat(now.with(second)).containsExactly(first, second);
        CaseFile joined = CaseFile.join(List.of(inFirst, inSecond, same), Map.of());
        assertThat(joined.id()).isEqualTo(first);
        assertThat(joined.answer(ana, NAME).orElseThrow().held()).hasSize(2);
        assertThat(joined.item(anna)).isEqualTo(joined.item(ana));
        ItemId leader = joined.item(ana).orElseThrow().id();
        assertThat(joined.items(List.of(REACHED), leader))
                .singleElement()
                .satisfies(one -> assertThat(one.id().parent()).contains(leader));
        assertThat(joined.answer(contact, REACHED)).isPresent();
    }

    @Test
    void whereEachWasCapturedStaysApartAndIsNoConflict() {
        CaseFile joined = CaseFile.join(List.of(inFirst, inSecond, same), Map.of());
        assertThat(joined.item(ItemId.CASE).orElseThrow().text("CAP-10")).contains("Shelter A");
        assertThat(joined.item(ItemId.standingFor(second.text())).orElseThrow().text("CAP-10"))
                .contains("Shelter B");
        Entry settled = entry(first, staff, new Write(NAME, ana, Value.text("Ana"), joined.seen(ana, NAME)));
        assertThat(joined.hasConflicts()).isTrue();
        assertThat(joined.with(settled).hasConflicts()).isFalse();
    }

    @Test
    void aLaterWriteTakesThemApartAndEachIsWhatItWas() {
        Entry apart = entry(
                first,
                staff,
                new Write(FieldId.SAME_AS, ItemId.CASE, Value.flag(false), new TreeSet<>(List.of(same.writeId(0)))),
                new Write(FieldId.SAME_AS, ana, Value.flag(false), new TreeSet<>(List.of(same.writeId(1)))));
        List<Entry> all = List.of(apart, inFirst, inSecond, same);
        assertThat(SameCases.among(all).with(first)).containsExactly(first);
        CaseFile alone = CaseFile.fold(first, List.of(inFirst, same, apart));
        assertThat(alone.item(ana).orElseThrow().text("PER-02")).contains("Ana");
        assertThat(CaseFile.fold(second, List.of(inSecond))
                        .item(anna)
                        .orElseThrow()
                        .id())
                .isEqualTo(anna);
    }

    @Test
    void ofTwoJoinsOneCanBeUndone() {
        CaseId third = ids.get(2);
        Entry elsewhere = entry(third, worker, write(NAME, ItemId.random(random), "Anita"));
        Entry also = entry(first, staff, write(FieldId.SAME_AS, ItemId.CASE, third.text()));
        Entry apart = entry(
                first,
                staff,
                new Write(FieldId.SAME_AS, ItemId.CASE, Value.flag(false), new TreeSet<>(List.of(same.writeId(0)))));
        List<Entry> all = List.of(inFirst, inSecond, elsewhere, same, also);
        assertThat(SameCases.among(all).with(third)).hasSize(3);
        List<Entry> later = new ArrayList<>(all);
        later.add(apart);
        assertThat(SameCases.among(later).with(third)).containsExactly(first, third);
    }

    @Test
    void aPhoneJoinsNoCases() {
        Entry forged = entry(second, worker, write(FieldId.SAME_AS, ItemId.CASE, first.text()));
        assertThat(SameCases.among(List.of(inFirst, inSecond, forged)).with(first))
                .containsExactly(first);
    }

    @Test
    void aJoinWithSomethingThatIsNotHereMovesNothing() {
        Entry elsewhere = entry(first, staff, sameAs(ana, new ItemId("000000000000")));
        assertThat(CaseFile.fold(first, List.of(inFirst, elsewhere))
                        .item(ana)
                        .orElseThrow()
                        .id())
                .isEqualTo(ana);
    }

    @Test
    void whoWasRemovedInOneCaseIsStillShownBecauseOfTheOther() {
        CaseFile alone = CaseFile.fold(first, List.of(inFirst));
        Entry removed = entry(
                first, worker, new Write(FieldId.REMOVED, ana, Value.flag(true), alone.seen(ana, FieldId.REMOVED)));
        CaseFile joined = CaseFile.join(List.of(inFirst, removed, inSecond, same), Map.of());
        assertThat(joined.item(ana).orElseThrow().state()).isEqualTo(Item.State.REMOVED_HERE_CHANGED_THERE);
        Entry both = entry(
                first, staff, new Write(FieldId.REMOVED, ana, Value.flag(true), joined.seen(ana, FieldId.REMOVED)));
        assertThat(joined.with(both).item(anna).orElseThrow().state()).isEqualTo(Item.State.REMOVED);
    }

    @Test
    void aRemovalUnderOneNameIsTakenBackUnderTheOther() {
        Entry removed = entry(
                second,
                worker,
                new Write(
                        FieldId.REMOVED,
                        anna,
                        Value.flag(true),
                        CaseFile.fold(second, List.of(inSecond)).seen(anna, FieldId.REMOVED)));
        CaseFile joined = CaseFile.join(List.of(inFirst, inSecond, removed, same), Map.of());
        assertThat(joined.item(ana).orElseThrow().state()).isEqualTo(Item.State.REMOVED_HERE_CHANGED_THERE);
        ItemId shown = joined.item(ana).orElseThrow().id();
        Entry back = entry(
                first, staff, new Write(FieldId.REMOVED, ana, Value.flag(false), joined.seen(shown, FieldId.REMOVED)));
        assertThat(joined.with(back).item(ana).orElseThrow().state()).isEqualTo(Item.State.PRESENT);
    }

    @Test
    void whatStaffSettledWhileTwoWereOneBringsNothingOldBackOnceTheyAreTwo() {
        Entry corrected = entry(second, worker, new Write(NAME, anna, Value.text("Anna María"), all(inSecond)));
        Entry together = entry(first, staff, sameAs(ana, anna));
        CaseFile joined = CaseFile.join(List.of(inFirst, inSecond, corrected, together), Map.of());
        Entry settled = entry(first, staff, new Write(NAME, ana, Value.text("Ana"), joined.seen(ana, NAME)));
        Entry apart = entry(first, staff, new Write(FieldId.SAME_AS, ana, Value.flag(false), all(together)));
        CaseFile two = joined.with(settled).with(apart);
        assertThat(two.item(ana).orElseThrow().text("PER-02")).contains("Ana");
        assertThat(two.item(anna).orElseThrow().text("PER-02")).contains("Anna María");
    }

    @Test
    void whatStandsBelowTwoThatAreOneCanBeJoinedUnderTheNameThatIsShown() {
        ItemId other = ana.child(random);
        Entry below = entry(first, worker, write(REACHED, other, "+1 202 555 0144"));
        CaseFile joined = CaseFile.join(List.of(inFirst, below, inSecond, same), Map.of());
        ItemId one = joined.item(contact).orElseThrow().id();
        ItemId two = joined.item(other).orElseThrow().id();
        CaseFile both = joined.with(entry(first, staff, sameAs(one, two)));
        assertThat(both.item(contact)).isEqualTo(both.item(other)).isPresent();
        assertThat(both.answer(contact, REACHED).orElseThrow().held()).hasSize(2);
    }

    @Test
    void anItemAndWhatStandsBelowItCanBeSaidToBeOneAndTheCaseIsStillShown() {
        ItemId deeper = contact.child(random);
        Entry nested = entry(second, worker, sameAs(anna.child(random), deeper), write(NAME, deeper, "Anna"));
        Entry loop = entry(second, worker, sameAs(anna, contact));
        CaseFile shown = CaseFile.fold(second, List.of(inSecond, nested, loop));
        assertThat(shown.item(contact)).isEqualTo(shown.item(anna)).isPresent();
    }

    @ParameterizedTest
    @MethodSource("org.umbral.testing.Seeds#fifty")
    void inAnyOrderAndHoweverOftenTheSameCasesAreOneAndEveryWriteIsThere(long seed) {
        List<Entry> entries = joinedAndTakenApart(seed);
        List<Entry> mixed = new ArrayList<>(entries);
        mixed.addAll(entries.subList(0, entries.size() / 2));
        Collections.shuffle(mixed, new Random(seed));
        SameCases straight = SameCases.among(entries);
        CaseFile file = CaseFile.join(entries, Map.of());
        CaseFile stepwise = CaseFile.join(mixed.subList(0, 1), Map.of());
        assertThat(SameCases.among(mixed).with(entries.get(0).caseId()))
                .isEqualTo(straight.with(entries.get(0).caseId()));
        assertThat(shown(CaseFile.join(mixed, Map.of()))).isEqualTo(shown(file));
        if (stepwise.id().equals(file.id())) {
            for (Entry entry : mixed) {
                stepwise = stepwise.with(entry);
            }
            assertThat(shown(stepwise)).isEqualTo(shown(file));
        }
        long writes = entries.stream().mapToLong(entry -> entry.writes().size()).sum();
        assertThat(file.items().values().stream()
                        .flatMap(item -> item.answers().values().stream())
                        .mapToLong(answer -> answer.every().size())
                        .sum())
                .isEqualTo(writes);
        file.items()
                .keySet()
                .forEach(item -> assertThat(file.item(item).orElseThrow().id()).isEqualTo(item));
    }

    /** Two histories, and staff who join items of them and the cases, and undo some of that. */
    private List<Entry> joinedAndTakenApart(long seed) {
        Random choice = new Random(seed);
        List<Entry> one = Histories.of(seed, 12);
        List<Entry> other = Histories.of(seed + 1000, 12);
        List<Entry> all = new ArrayList<>(one);
        all.addAll(other);
        List<Entry> joins = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            CaseId here = (choice.nextBoolean() ? one : other).get(0).caseId();
            CaseId there = (choice.nextBoolean() ? one : other).get(0).caseId();
            Write item = sameAs(anItem(choice, one), anItem(choice, other));
            Write cases = write(FieldId.SAME_AS, ItemId.CASE, there.text());
            if (!joins.isEmpty() && choice.nextInt(3) == 0) {
                Entry undone = joins.get(choice.nextInt(joins.size()));
                cases = new Write(
                        FieldId.SAME_AS,
                        ItemId.CASE,
                        Value.flag(false),
                        new TreeSet<>(List.of(undone.writeId(0), undone.writeId(1))));
            }
            joins.add(entry(here, staff, cases, item));
        }
        all.addAll(joins);
        return all;
    }

    private static ItemId anItem(Random choice, Collection<Entry> entries) {
        List<ItemId> items = entries.stream()
                .flatMap(entry -> entry.writes().stream())
                .map(Write::item)
                .distinct()
                .toList();
        return items.get(choice.nextInt(items.size()));
    }

    private static List<String> shown(CaseFile file) {
        List<String> lines = new ArrayList<>();
        file.items().forEach((item, shown) -> {
            lines.add(item + " " + shown.state() + " " + shown.sameAs());
            shown.answers()
                    .forEach((field, answer) -> lines.add(field + " " + answer.every() + " "
                            + answer.held().stream().map(Held::id).toList()));
        });
        return lines;
    }

    private static TreeSet<WriteId> all(Entry entry) {
        TreeSet<WriteId> all = new TreeSet<>();
        for (int place = 0; place < entry.writes().size(); place++) {
            all.add(entry.writeId(place));
        }
        return all;
    }

    private static Write sameAs(ItemId one, ItemId other) {
        return write(FieldId.SAME_AS, one, other.path());
    }

    private static Write write(FieldId field, ItemId item, String value) {
        return new Write(field, item, Value.text(value), new TreeSet<>());
    }

    private Author author(String device) {
        return new Author(
                "person-of-" + device, device, SigningKey.generate(random).verifyingKey());
    }

    private Entry entry(CaseId id, Author author, Write... writes) {
        return new Entry(
                EntryId.random(random),
                "clinic",
                id,
                "2026-11-21a",
                author.isClinic() ? Audience.STAFF : Audience.PHONE,
                author,
                1,
                null,
                null,
                OffsetDateTime.parse("2026-11-21T10:00:00Z"),
                HowKnown.STAFF,
                Arrays.asList(writes));
    }
}
