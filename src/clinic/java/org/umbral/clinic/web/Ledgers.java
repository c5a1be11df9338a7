package org.umbral.clinic.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.umbral.clinic.casework.Desk;
import org.umbral.clinic.casework.Leaving;
import org.umbral.clinic.casework.WaysOut;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.shared.Sha256;
import org.umbral.shared.casefile.Answer;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.Held;
import org.umbral.shared.casefile.Item;
import org.umbral.shared.casefile.PageImage;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.catalogue.Field;
import org.umbral.shared.catalogue.FieldType;
import org.umbral.shared.catalogue.Group;

/** Makes the {@link Ledger} of a case that leaves. */
final class Ledgers {
    /** What a reader looks for first; the other groups follow in the catalogue's order. */
    private static final List<String> FIRST = List.of("reason", "person", "case");

    private static final Set<String> APART = Set.of("evidence", "page", QuestionViews.GROUP);
    private static final Set<FieldType> NOT_FACTS = Set.of(FieldType.PAGE, FieldType.CASE_CODE);
    /** How it was heard, who agreed to what, what a worker noticed: the clinic's own, not for a request. */
    private static final Set<String> OUR_OWN_GROUPS = Set.of("capture", "consent", "note", "safety", "material");

    private static final Set<String> OUR_OWN_FIELDS = Set.of("CAS-12", "CAS-13", "CAS-13A", "SAF-01", "SAF-02");
    private static final FieldId IMAGE = new FieldId("PAG-02");
    private static final FieldId TURN = new FieldId("PAG-05");

    private final WaysOut.Leaf leaf;
    private final CatalogueWords said;
    private final Facts facts;
    private final Leaving leaving;
    private boolean forOthers;

    Ledgers(WaysOut.Leaf leaf, StaffSession session, CatalogueWords said, Moments moments) {
        this.leaf = leaf;
        this.said = said;
        this.leaving = leaf.leaving();
        this.facts = new Facts(leaf.page(), said, moments, leaving.access(session.role()));
    }

    /** For a copy: what is for others says nothing of how the clinic works. */
    Ledger ledger(Leaving.Purpose purpose) {
        forOthers = purpose == Leaving.Purpose.REQUEST;
        return ledger();
    }

    Ledger ledger() {
        List<Ledger.Part> parts = groups().map(this::part)
                .filter(part -> !part.things().isEmpty())
                .toList();
        List<Ledger.Proof> evidence = evidence();
        int heldBack = (int) evidence.stream()
                .filter(proof -> proof.pages() > proof.pictures().size())
                .count();
        return new Ledger(parts, evidence, heldBack);
    }

    /** What people of the case are called, for pages that speak of them. */
    String nameOf(Item person) {
        String name = facts.name(person);
        return name.isEmpty() ? said.words().say("queue.no-name") : name;
    }

    private Stream<Group> groups() {
        List<Group> top = said.catalogue().groups().stream()
                .filter(group -> group.parent() == null && isShown(group))
                .toList();
        return Stream.concat(
                FIRST.stream()
                        .flatMap(id -> top.stream().filter(group -> group.id().equals(id))),
                top.stream().filter(group -> !FIRST.contains(group.id())));
    }

    private boolean isShown(Group group) {
        return !APART.contains(group.id()) && !(forOthers && OUR_OWN_GROUPS.contains(group.id()));
    }

    private Ledger.Part part(Group group) {
        return part(group, facts.items(group.id()));
    }

    private Ledger.Part part(Group group, List<Item> items) {
        List<Ledger.Thing> things = items.stream()
                .map(item -> thing(group.id(), item))
                .filter(thing -> !thing.lines().isEmpty() || !thing.below().isEmpty())
                .toList();
        return new Ledger.Part(group.id(), said.group(group.id()), things);
    }

    private Ledger.Thing thing(String group, Item item) {
        List<Ledger.Line> lines = said.catalogue().fieldsOf(group).stream()
                .filter(field -> !NOT_FACTS.contains(field.type()) && leaving.may(item.id(), field))
                .filter(field -> !forOthers || !OUR_OWN_FIELDS.contains(field.id()))
                .flatMap(field -> item.answer(field.fieldId()).stream().map(answer -> line(field, answer)))
                .toList();
        List<Ledger.Part> below = said.catalogue().groups().stream()
                .filter(sub -> group.equals(sub.parent()) && isShown(sub))
                .map(sub -> part(sub, facts.items(sub.id(), item.id())))
                .filter(part -> !part.things().isEmpty())
                .toList();
        return new Ledger.Thing(group, item.id().path(), facts.name(item), lines, below);
    }

    private Ledger.Line line(Field field, Answer answer) {
        List<Held> held = answer.isConflict() ? answer.held() : answer.held().subList(0, 1);
        return new Ledger.Line(
                field.id(),
                said.field(field.id()),
                answer.isConflict(),
                held.stream().map(one -> said(field, one)).toList());
    }

    private Ledger.Said said(Field field, Held held) {
        return new Ledger.Said(
                facts.text(field, held.value()),
                !held.value().isAnswer(),
                held.value().json(),
                held.entry(),
                facts.source(held.entry()));
    }

    private List<Ledger.Proof> evidence() {
        Set<Sha256> here = leaf.page().photos().stream()
                .filter(Desk.Photo::here)
                .map(Desk.Photo::envelope)
                .collect(Collectors.toSet());
        List<Ledger.Proof> all = new ArrayList<>();
        for (Item item : facts.evidence()) {
            String number = String.format(Locale.ROOT, "E-%02d", all.size() + 1);
            String title = item.text("EVD-02")
                    .map(kind -> said.choice("EVD-02", kind))
                    .orElseGet(() -> said.words().say("evidence.untitled"));
            List<Ledger.Picture> pictures = pictures(item, number, title, here);
            boolean may = leaving.mayPhotos(item);
            all.add(new Ledger.Proof(
                    number, title, thing("evidence", item), may ? pictures : List.of(), pictures.size()));
        }
        return all;
    }

    private List<Ledger.Picture> pictures(Item evidence, String number, String title, Set<Sha256> here) {
        List<Ledger.Picture> pictures = new ArrayList<>();
        for (Item page : facts.items("page", evidence.id())) {
            for (Held held : page.answer(IMAGE).map(Answer::held).orElse(List.of())) {
                PageImage.from(held.value()).ifPresent(image -> {
                    int place = pictures.size() + 1;
                    pictures.add(new Ledger.Picture(
                            number + "-p" + place,
                            title,
                            place,
                            image.envelope(),
                            image.image(),
                            here.contains(image.envelope()),
                            turn(page)));
                });
            }
        }
        return pictures;
    }

    private static int turn(Item page) {
        return page.answer(TURN)
                .flatMap(Answer::settled)
                .flatMap(Value::asNumber)
                .filter(degrees -> degrees % 90 == 0)
                .map(degrees -> Math.floorMod(degrees, 360))
                .orElse(0);
    }
}
