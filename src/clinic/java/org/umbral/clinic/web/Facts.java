package org.umbral.clinic.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.umbral.clinic.casework.Access;
import org.umbral.clinic.casework.CaseWork;
import org.umbral.clinic.casework.Desk;
import org.umbral.clinic.casework.Fit;
import org.umbral.shared.casefile.Answer;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.Held;
import org.umbral.shared.casefile.Item;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.catalogue.Field;
import org.umbral.shared.catalogue.FieldType;
import org.umbral.shared.catalogue.Group;

/** Reads the facts of a case's items, each with where it comes from. What the reader may not see is left out. */
final class Facts {
    private static final List<String> NAMES = List.of("PER-02", "SPO-03");
    /** Whether it is safe to leave a message there. */
    private static final String SAFE_TO_SPEAK = "PER-28B";

    private static final String BETWEEN = " · ";

    private final CaseFile file;
    private final CatalogueWords catalogue;
    private final ValueWords values;
    private final Moments moments;
    private final Map<String, String> names;
    private final CaseLinks links;

    Facts(Desk.CasePage page, CatalogueWords catalogue, Moments moments, Access access) {
        this.file = page.caseFile();
        this.links = new CaseLinks(file, access, catalogue);
        this.catalogue = catalogue;
        this.values = new ValueWords(catalogue, moments);
        this.moments = moments;
        this.names = page.authors().stream()
                .filter(author -> !author.name().isBlank())
                .collect(Collectors.toMap(Desk.Authorship::person, Desk.Authorship::name, (one, same) -> one));
    }

    /** The items of a group wherever they stand, in their order, without the removed ones. */
    List<Item> items(String group) {
        List<FieldId> fields = catalogue.catalogue().fieldIdsOf(group);
        return file.items().values().stream()
                .filter(item -> item.state() != Item.State.REMOVED && item.isOf(fields))
                .sorted(Comparator.comparingInt(Facts::order).thenComparing(Item::id))
                .toList();
    }

    /** Also those that hold nothing but pages: a photo counts before anybody has said what it shows. */
    List<Item> evidence() {
        Set<ItemId> withPages = items("page").stream()
                .flatMap(page -> page.id().parent().stream())
                .collect(Collectors.toSet());
        List<FieldId> fields = catalogue.catalogue().fieldIdsOf("evidence");
        return file.items().values().stream()
                .filter(item -> item.state() != Item.State.REMOVED)
                .filter(item -> item.isOf(fields) || withPages.contains(item.id()))
                .sorted(Comparator.comparingInt(Facts::order).thenComparing(Item::id))
                .toList();
    }

    /** The same below one item. */
    List<Item> items(String group, ItemId below) {
        return items(group).stream().filter(item -> below.holds(item.id())).toList();
    }

    /** The facts of a group on an item, then one line for each thing below it: a citizenship, a way to find them. */
    List<CaseView.Fact> of(Item item, String group, List<Group> below) {
        List<CaseView.Fact> facts = new ArrayList<>();
        readable(group).flatMap(field -> fact(item, field).stream()).forEach(facts::add);
        for (Group sub : below) {
            List<CaseView.Said> lines = new ArrayList<>();
            for (Item one : items(sub.id(), item.id())) {
                List<CaseView.Fact> own = of(one, sub.id(), List.of());
                if (own.stream().anyMatch(CaseView.Fact::conflict)) {
                    facts.addAll(own);
                } else if (!own.isEmpty()) {
                    lines.add(inOneLine(own, links.edit(sub.id(), one.id())));
                }
            }
            if (!lines.isEmpty()) {
                facts.add(new CaseView.Fact(sub.id(), catalogue.group(sub.id()), false, lines));
            }
        }
        return facts;
    }

    Optional<CaseView.Fact> fact(Item item, Field field) {
        return item.answer(field.fieldId())
                .map(answer -> new CaseView.Fact(
                        field.id(),
                        catalogue.field(field.id()),
                        answer.isConflict(),
                        heldBy(answer).map(held -> said(field, held, answer)).toList(),
                        answer.isConflict() ? settle(item, field, answer) : Optional.empty()));
    }

    private Optional<CaseView.Settle> settle(Item item, Field field, Answer answer) {
        String path = item.id().equals(ItemId.CASE) ? CaseLinks.CASE : item.id().path();
        return links.access().mayEnter(field) && Fit.isTyped(field)
                ? Optional.of(new CaseView.Settle(path, field.id(), Shown.text(answer.every())))
                : Optional.empty();
    }

    Words said() {
        return catalogue.words();
    }

    CaseLinks links() {
        return links;
    }

    /** Several facts as one line, with the source of the first. */
    static CaseView.Said inOneLine(List<CaseView.Fact> facts, String edit) {
        List<CaseView.Said> all =
                facts.stream().flatMap(fact -> fact.values().stream()).toList();
        String text = all.stream().map(CaseView.Said::text).collect(Collectors.joining(BETWEEN));
        return new CaseView.Said(
                text, all.stream().allMatch(CaseView.Said::blank), all.get(0).source(), "", edit);
    }

    CaseView.Source source(Entry entry) {
        String name = names.get(entry.author().person());
        return new CaseView.Source(
                name == null ? catalogue.words().say("source.unknown") : name,
                entry.author().isClinic()
                        ? catalogue.words().say("source.clinic")
                        : entry.author().device(),
                entry.whenHeard().map(moments::spoken).orElse(""),
                moments.spoken(entry.typed()),
                catalogue.choice("CAP-08", entry.known().name()));
    }

    /** The people who have a name, in their order. */
    Map<ItemId, String> people() {
        Map<ItemId, String> people = new LinkedHashMap<>();
        items("person").stream()
                .filter(person -> !name(person).isEmpty())
                .forEach(person -> people.put(person.id(), name(person)));
        return people;
    }

    /** What people call a person or sponsor; empty where nobody said. */
    String name(Item item) {
        return NAMES.stream()
                .filter(field -> links.access().readsNames())
                .flatMap(field -> item.text(field).stream())
                .filter(name -> !name.isBlank())
                .findFirst()
                .orElse("");
    }

    private Stream<Field> readable(String group) {
        return catalogue.catalogue().fieldsOf(group).stream()
                .filter(field -> links.access().mayRead(field) && field.type() != FieldType.PAGE)
                .filter(field -> field.type() != FieldType.CASE_CODE);
    }

    /** The same value from two people is said once. */
    private static Stream<Held> heldBy(Answer answer) {
        return answer.isConflict()
                ? answer.held().stream()
                : answer.held().stream().limit(1);
    }

    private CaseView.Said said(Field field, Held held, Answer answer) {
        return new CaseView.Said(
                text(field, held.value()),
                !held.value().isAnswer(),
                source(held.entry()),
                answer.isConflict() ? held.id().toString() : "",
                "");
    }

    /** A value in words; an item that it refers to by its name. */
    String text(Field field, Value value) {
        if (field.id().equals(SAFE_TO_SPEAK)
                && value.asText().filter("NO"::equals).isPresent()) {
            return catalogue.words().say("contact.no-message");
        }
        boolean refers = field.type() == FieldType.REFERENCE || field.type() == FieldType.REFERENCES;
        return refers && value.isAnswer() ? reference(value) : values.of(field, value);
    }

    private String reference(Value value) {
        Optional<String> colleague = value.part(CaseWork.NAME);
        if (colleague.isPresent()) {
            return colleague.get();
        }
        String named = value.asChoices().stream()
                .flatMap(path -> referred(path).stream())
                .map(item -> item.text("EVD-02")
                        .map(kind -> catalogue.choice("EVD-02", kind))
                        .orElseGet(() -> name(item)))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(", "));
        return named.isEmpty() ? catalogue.words().say("fact.not-said") : named;
    }

    private Optional<Item> referred(String path) {
        try {
            return file.item(new ItemId(path));
        } catch (IllegalArgumentException notAnItem) {
            return Optional.empty();
        }
    }

    private static int order(Item item) {
        boolean asks = item.text("CAS-08").filter("PRINCIPAL"::equals).isPresent();
        return Stream.of(FieldId.ORDER, new FieldId("PAG-01"))
                .flatMap(field -> item.answer(field).stream())
                .flatMap(answer -> answer.settled().flatMap(Value::asNumber).stream())
                .findFirst()
                .orElse(asks ? 0 : Integer.MAX_VALUE);
    }
}
