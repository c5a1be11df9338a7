package org.umbral.clinic.casework;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.umbral.clinic.casework.JoinNotes.Asked;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.clinic.store.CaseRows.Changed;
import org.umbral.clinic.store.LookalikeRows.Pair;
import org.umbral.clinic.store.StaffEntryRows;
import org.umbral.shared.TryAgain;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.EntryId;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.Item;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.casefile.Write;
import org.umbral.shared.casefile.WriteId;
import org.umbral.shared.catalogue.Catalogue;

/**
 * The entries that say that two people are one, and that they are not. They stand in the journals of the two cases, are for
 * staff, and reach no phone: neither organisation learns what the other captured.
 */
record JoinWrites(OneCases ones, Writing writing, Catalogue catalogue, SecureRandom random) {
    private static final FieldId PURPOSE = new FieldId("CON-02");
    private static final FieldId DECISION = new FieldId("CON-03");

    /**
     * @param entry that says it
     * @param asked consents that were added
     */
    record Made(String entry, List<Asked> asked, List<StaffEntryRows.Row> entries, List<Changed> changed) {
        static final Made NOTHING = new Made("", List.of(), List.of(), List.of());
    }

    Made join(StaffSession session, Pair pair) throws TryAgain {
        CaseId first = new CaseId(pair.firstCase());
        CaseId second = new CaseId(pair.secondCase());
        ItemId one = new ItemId(pair.firstPerson());
        ItemId other = new ItemId(pair.secondPerson());
        Map<String, Boolean> ofOne = consents(session, first, one);
        Map<String, Boolean> ofOther = consents(session, second, other);
        SortedMap<CaseId, List<Write>> writes = new TreeMap<>();
        List<Asked> asked = new ArrayList<>();
        put(writes, first, write(FieldId.SAME_AS, ItemId.CASE, Value.text(second.text())));
        put(writes, first, write(FieldId.SAME_AS, one, Value.text(other.path())));
        notAsked(writes, asked, first, one, ofOne, ofOther);
        notAsked(writes, asked, second, other, ofOther, ofOne);
        reopen(session, writes, first, second);
        return made(session, first, writes, asked);
    }

    /** Undoes just what this join's entry wrote: another pair of the same two cases keeps them one. */
    Made apart(StaffSession session, Pair pair, JoinNotes notes) throws TryAgain {
        CaseId first = new CaseId(pair.firstCase());
        EntryId entry = new EntryId(notes.entry());
        SortedMap<CaseId, List<Write>> writes = new TreeMap<>();
        put(writes, first, undo(ItemId.CASE, new WriteId(entry, 0)));
        put(writes, first, undo(new ItemId(pair.firstPerson()), new WriteId(entry, 1)));
        for (Asked one : notes.asked()) {
            CaseFile file =
                    CaseFile.fold(one.id(), ones.cases().entries(session.ring().staffKey(), one.id()));
            TreeSet<WriteId> seen = new TreeSet<>(file.seen(one.item(), FieldId.REMOVED));
            put(writes, one.id(), new Write(FieldId.REMOVED, one.item(), Value.flag(true), seen));
        }
        return made(session, first, writes, List.of());
    }

    private Made made(StaffSession session, CaseId first, SortedMap<CaseId, List<Write>> writes, List<Asked> asked)
            throws TryAgain {
        List<StaffEntryRows.Row> entries = new ArrayList<>();
        List<Changed> changed = new ArrayList<>();
        for (Map.Entry<CaseId, List<Write>> one : writes.entrySet()) {
            Writing.ForStaff made = writing.forStaff(session, one.getKey(), one.getValue());
            entries.add(made.row());
            changed.add(made.changed());
        }
        String says = entries.stream()
                .filter(row -> row.caseId().equals(first.text()))
                .map(StaffEntryRows.Row::entry)
                .findFirst()
                .orElse("");
        return new Made(says, asked, entries, changed);
    }

    /** What was closed is open again with what is not: a line of the queue is closed as its lead is. */
    private void reopen(StaffSession session, SortedMap<CaseId, List<Write>> writes, CaseId first, CaseId second)
            throws TryAgain {
        CaseFile one = ones.read(session.ring(), first).file();
        CaseFile other = ones.read(session.ring(), second).file();
        CaseFile lead = one.id().compareTo(other.id()) <= 0 ? one : other;
        CaseFile joins = lead == one ? other : one;
        if (new CaseWork(catalogue, lead).isClosed() && !new CaseWork(catalogue, joins).isClosed()) {
            FieldId why = CaseWork.WHY_CLOSED;
            TreeSet<WriteId> seen = new TreeSet<>(lead.seen(ItemId.CASE, why));
            put(writes, lead.id(), new Write(why, ItemId.CASE, Value.text(""), seen));
        }
    }

    /** By purpose, whether anybody gave it. */
    private Map<String, Boolean> consents(StaffSession session, CaseId id, ItemId person) throws TryAgain {
        CaseFile file = CaseFile.fold(id, ones.cases().entries(session.ring().staffKey(), id));
        Map<String, Boolean> given = new HashMap<>();
        for (Item consent : catalogue.items(file, "consent", person)) {
            boolean isGiven = consent.answer(DECISION).stream()
                    .flatMap(answer -> answer.held().stream())
                    .flatMap(held -> held.value().asText().stream())
                    .anyMatch("GIVEN"::equals);
            consent.text(PURPOSE.text()).ifPresent(purpose -> given.merge(purpose, isGiven, Boolean::logicalOr));
        }
        return given;
    }

    /** What the other intake was given and this one did not ask about. */
    private void notAsked(
            SortedMap<CaseId, List<Write>> writes,
            List<Asked> asked,
            CaseId id,
            ItemId person,
            Map<String, Boolean> here,
            Map<String, Boolean> there) {
        there.forEach((purpose, given) -> {
            if (given && !here.containsKey(purpose)) {
                ItemId consent = person.child(random);
                put(writes, id, write(PURPOSE, consent, Value.text(purpose)));
                put(writes, id, write(DECISION, consent, Value.text("NOT_ASKED")));
                asked.add(new Asked(id, consent));
            }
        });
    }

    private static void put(SortedMap<CaseId, List<Write>> writes, CaseId id, Write write) {
        writes.computeIfAbsent(id, none -> new ArrayList<>()).add(write);
    }

    private static Write write(FieldId field, ItemId item, Value value) {
        return new Write(field, item, value, new TreeSet<>());
    }

    private static Write undo(ItemId item, WriteId said) {
        return new Write(FieldId.SAME_AS, item, Value.flag(false), new TreeSet<>(List.of(said)));
    }
}
