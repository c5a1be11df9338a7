package org.umbral.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.umbral.shared.casefile.Audience;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.Item;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.SameCases;

/** Holds the fold of a seeded history, of parts of it, doubled and in any order, against the naive model. */
public final class FoldCheck {
    /** What is checked: entries to items; the tests plant faults in it. */
    interface Folding {
        Map<ItemId, Item> items(CaseId lead, List<Entry> entries);
    }

    /** A history that the fold shows otherwise than the model, in its fewest entries. */
    public record Wrong(long seed, List<Entry> least, String told) {
        @Override
        public String toString() {
            return told;
        }
    }

    private final Folding folding;

    FoldCheck(Folding folding) {
        this.folding = folding;
    }

    /** Of the fold as it is. */
    public static FoldCheck real() {
        return new FoldCheck(FoldCheck::inPieces);
    }

    /** What is wrong with the history of this seed, shrunk and readable; empty where nothing is. */
    public Optional<Wrong> wrong(long seed) {
        List<Entry> history = FoldHistory.of(seed);
        if (difference(history, seed).isEmpty()) {
            return Optional.empty();
        }
        List<Entry> least =
                Shrinking.entries(history, fewer -> difference(fewer, seed).isPresent());
        String told = "seed " + seed + ", shrunk from " + history.size() + " entries to " + least.size() + ":\n"
                + Readable.of(least, difference(least, seed).orElseThrow());
        return Optional.of(new Wrong(seed, least, told));
    }

    private Optional<String> difference(List<Entry> history, long seed) {
        Map<CaseId, List<Entry>> byCase = new TreeMap<>();
        history.forEach(entry -> byCase.computeIfAbsent(entry.caseId(), none -> new ArrayList<>())
                .add(entry));
        for (Map.Entry<CaseId, List<Entry>> one : byCase.entrySet()) {
            List<Entry> own = one.getValue();
            Optional<String> found = compare("all", one.getKey(), mixed(own, seed))
                    .or(() -> compare("a part", one.getKey(), part(own, seed)))
                    .or(() -> compare("the phone's part", one.getKey(), phones(own)))
                    .or(() -> ownPart(own));
            if (found.isPresent()) {
                return found;
            }
        }
        return byCase.size() < 2 ? Optional.empty() : joined(history, new ArrayList<>(byCase.keySet()), seed);
    }

    private Optional<String> joined(List<Entry> history, List<CaseId> cases, long seed) {
        boolean one = SameCases.among(mixed(history, seed)).with(cases.get(0)).contains(cases.get(1));
        if (one != CasesModel.areOne(history, cases.get(0), cases.get(1))) {
            return Optional.of("the two cases are " + (one ? "" : "not ") + "one");
        }
        List<Entry> part = part(history, seed);
        CaseId lead = part.stream().map(Entry::caseId).min(CaseId::compareTo).orElse(cases.get(0));
        return compare("both cases", cases.get(0), mixed(history, seed))
                .or(() -> compare("a part of both cases", lead, part));
    }

    private Optional<String> compare(String what, CaseId lead, List<Entry> entries) {
        FoldModel model = new FoldModel(lead, entries);
        Map<ItemId, String> should = model.shown();
        try {
            return differ(what, should, Shown.of(folding.items(lead, entries)));
        } catch (RuntimeException | StackOverflowError broken) {
            return Optional.of(what + ": " + broken);
        }
    }

    /** Of a part the fold shows what the whole shows of it: here of the phone's fields, where nothing was joined. */
    private Optional<String> ownPart(List<Entry> own) {
        boolean joins = own.stream()
                .flatMap(entry -> entry.writes().stream())
                .anyMatch(write -> write.field().equals(FieldId.SAME_AS));
        if (joins || own.isEmpty()) {
            return Optional.empty();
        }
        CaseId lead = own.get(0).caseId();
        return differ("the phone's fields", ofPhone(lead, own), ofPhone(lead, phones(own)));
    }

    private Map<ItemId, String> ofPhone(CaseId lead, List<Entry> entries) {
        Map<ItemId, Item> items = new LinkedHashMap<>();
        folding.items(lead, entries).forEach((id, item) -> {
            var answers = new TreeMap<>(item.answers());
            answers.keySet().retainAll(FoldHistory.fields(Audience.PHONE));
            if (!answers.isEmpty()) {
                items.put(id, new Item(id, Item.State.PRESENT, item.sameAs(), answers));
            }
        });
        return Shown.of(items);
    }

    static Optional<String> differ(String what, Map<ItemId, String> should, Map<ItemId, String> is) {
        TreeSet<ItemId> items = new TreeSet<>(should.keySet());
        items.addAll(is.keySet());
        for (ItemId item : items) {
            String expected = should.getOrDefault(item, "nothing");
            String found = is.getOrDefault(item, "nothing");
            if (!expected.equals(found)) {
                return Optional.of(what + ", item " + item + "\n  should be " + expected + "\n  but is    " + found);
            }
        }
        return Optional.empty();
    }

    private static List<Entry> phones(List<Entry> entries) {
        return entries.stream()
                .filter(entry -> entry.audience() == Audience.PHONE)
                .toList();
    }

    /** Shuffled, and half of them twice. */
    private static List<Entry> mixed(List<Entry> entries, long seed) {
        List<Entry> mixed = new ArrayList<>(entries);
        mixed.addAll(part(entries, ~seed));
        Collections.shuffle(mixed, new Random(seed));
        return mixed;
    }

    /** The same choice for an entry whatever stands beside it, so that a history can shrink. */
    private static List<Entry> part(List<Entry> entries, long seed) {
        return entries.stream()
                .filter(entry -> new Random(seed ^ entry.id().hashCode()).nextInt(1 << 20) % 3 != 0)
                .toList();
    }

    private static Map<ItemId, Item> inPieces(CaseId lead, List<Entry> entries) {
        if (entries.stream().anyMatch(entry -> !entry.caseId().equals(lead))) {
            return CaseFile.join(entries, Map.of()).items();
        }
        int half = entries.size() / 2;
        CaseFile file = CaseFile.fold(lead, entries.subList(0, half));
        for (Entry entry : entries.subList(half, entries.size())) {
            file = file.with(entry);
        }
        checkDoors(file, new FoldModel(lead, entries));
        return file.items();
    }

    /** What the fold says through its other doors is what its items say. */
    private static void checkDoors(CaseFile file, FoldModel model) {
        for (Said said : model.writes()) {
            String should = model.home(said.item()) + " " + model.seen(said.item(), said.field());
            String is = file.item(said.item()).orElseThrow().id() + " " + file.seen(said.item(), said.field());
            if (!should.equals(is)) {
                throw new IllegalStateException(
                        said.id() + " stands, and a new write has seen\n  should be " + should + "\n  but is    " + is);
            }
        }
    }
}
