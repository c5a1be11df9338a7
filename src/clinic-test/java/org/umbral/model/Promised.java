package org.umbral.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.ItemId;

/**
 * The simple model of a whole line: every text that a call returned from, none like another, and which texts its writer
 * had in front of them. What no other has seen has to stand at the end, at the clinic and nowhere twice.
 */
final class Promised {
    /** @param staff whether it was written at the clinic, which may be brought back from before that */
    record Text(String text, boolean staff, CaseId caseId, ItemId item, FieldId field, Set<String> seen) {}

    /** Of an item by a phone. */
    record Removal(CaseId caseId, ItemId item, Set<String> seen) {}

    /** Where texts stand beside each other. */
    record Place(CaseId caseId, ItemId item, FieldId field) {}

    private final List<Text> texts = new ArrayList<>();
    private final List<Removal> removals = new ArrayList<>();
    private final Set<String> lost = new HashSet<>();
    private final Map<String, Integer> happened = new TreeMap<>();
    private int photos;
    private int next;

    String nextText() {
        return "dicho " + ++next;
    }

    /** Something happened that is worth counting. */
    void happened(String what) {
        happened.merge(what, 1, Integer::sum);
    }

    Map<String, Integer> figures() {
        Map<String, Integer> all = new TreeMap<>(happened);
        all.put("texts of phones", (int)
                texts.stream().filter(text -> !text.staff()).count());
        all.put("texts of staff", (int) texts.stream().filter(Text::staff).count());
        all.put("texts of staff that a restore lost", lost.size());
        all.put("removals", removals.size());
        all.put("removals of what was changed elsewhere", (int)
                removals.stream().filter(this::isChangedElsewhere).count());
        all.put("places", places().size());
        all.put("places in conflict at the end", (int)
                places().stream().filter(place -> standing(place).size() > 1).count());
        all.put("photos", photos);
        return all;
    }

    void wrote(Text text) {
        texts.add(text);
    }

    /** Its writer removed the item before it was cut into an entry, so it never was in one. */
    void withdrawn(String text) {
        texts.removeIf(one -> one.text().equals(text));
    }

    void removed(Removal removal) {
        removals.add(removal);
    }

    void photographed() {
        photos++;
    }

    int photos() {
        return photos;
    }

    /** What staff had written by now, for a copy of the clinic. */
    Set<String> ofStaff() {
        Set<String> all = new HashSet<>();
        texts.stream().filter(Text::staff).forEach(text -> all.add(text.text()));
        all.removeAll(lost);
        return all;
    }

    /** The clinic was brought back from a copy that held only this of what staff wrote. */
    void broughtBack(Set<String> ofStaff) {
        texts.stream()
                .filter(text -> text.staff() && !ofStaff.contains(text.text()))
                .forEach(text -> lost.add(text.text()));
    }

    boolean hasLost() {
        return !lost.isEmpty();
    }

    /** The phone's own texts of a place, or those of them below an item where no field is named. */
    Set<String> ofPhone(CaseId caseId, ItemId item, FieldId field) {
        Set<String> own = new TreeSet<>();
        for (Text text : texts) {
            if (!text.staff()
                    && text.caseId().equals(caseId)
                    && text.item().equals(item)
                    && text.field().equals(field)) {
                own.add(text.text());
            }
        }
        return own;
    }

    List<Text> kept() {
        return texts.stream().filter(text -> !lost.contains(text.text())).toList();
    }

    Set<Place> places() {
        Set<Place> places = new HashSet<>();
        kept().forEach(text -> places.add(new Place(text.caseId(), text.item(), text.field())));
        return places;
    }

    /** What stands of a place: no other text of it that is still there has seen it. */
    Set<String> standing(Place place) {
        List<Text> here = kept().stream()
                .filter(text -> new Place(text.caseId(), text.item(), text.field()).equals(place))
                .toList();
        Set<String> standing = new TreeSet<>();
        for (Text text : here) {
            if (here.stream().noneMatch(other -> other.seen().contains(text.text()))) {
                standing.add(text.text());
            }
        }
        return standing;
    }

    List<Removal> removals() {
        return removals;
    }

    /** Of an item: whether somebody wrote to it, or below it, what the removal had not seen. */
    boolean isChangedElsewhere(Removal removal) {
        return kept().stream()
                .filter(text ->
                        text.caseId().equals(removal.caseId()) && removal.item().holds(text.item()))
                .anyMatch(text -> !removal.seen().contains(text.text()));
    }
}
