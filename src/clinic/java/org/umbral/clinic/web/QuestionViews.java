package org.umbral.clinic.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.umbral.clinic.casework.Desk;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.casefile.Audience;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.Held;
import org.umbral.shared.casefile.Item;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Questions;
import org.umbral.shared.catalogue.Field;
import org.umbral.shared.catalogue.FieldType;
import org.umbral.shared.catalogue.Group;

/** Questions to whoever captured a case, with their answers, and what a question can be about. */
record QuestionViews(Desk.CasePage page, Facts facts, CatalogueWords said, Moments moments) {
    static final String GROUP = "question";
    private static final String ON_PHONES = "VO";

    List<CaseView.Asked> all() {
        List<CaseView.Asked> all = new ArrayList<>();
        for (Desk.Asked one : page.questions()) {
            all.add(new CaseView.Asked(
                    one.text().isEmpty() ? said.words().say("work.shut.answer") : one.text(),
                    one.by(),
                    moments.whole(one.at()),
                    one.about().map(about -> said.field(about.field().text())).orElse(""),
                    answer(one)));
        }
        Collections.reverse(all);
        return all;
    }

    private Optional<CaseView.Said> answer(Desk.Asked question) {
        ItemId item = Questions.itemOf(question.id());
        Optional<CaseView.Said> inWords = held(item, Questions.ANSWER)
                .filter(held -> held.value().isAnswer())
                .map(held -> new CaseView.Said(
                        held.value().asText().orElseGet(() -> said.words().say("work.shut.answer")),
                        held.value().asText().isEmpty(),
                        facts.source(held.entry())))
                .findFirst();
        return inWords.or(() -> held(item, Questions.IN_ITS_FIELD)
                .filter(held -> held.value().isTrue())
                .map(held ->
                        new CaseView.Said(said.words().say("question.in-its-field"), true, facts.source(held.entry())))
                .findFirst());
    }

    private Stream<Held> held(ItemId item, FieldId field) {
        return page.caseFile().answer(item, field).stream().flatMap(answer -> answer.held().stream());
    }

    /** Fields that a phone asks first or that somebody answered, of each item that is there. */
    List<CaseView.Choice> about() {
        List<CaseView.Choice> choices = new ArrayList<>(TwiceViews.intakes(page.caseFile(), said.words()));
        for (Group group : said.catalogue().groups()) {
            if (group.id().equals(GROUP) || group.id().equals("consent")) {
                continue;
            }
            List<Item> items = group.several()
                    ? facts.items(group.id())
                    : page.caseFile().item(ItemId.CASE).stream().toList();
            for (Item item : items) {
                String of = group.several() && !facts.name(item).isBlank() ? facts.name(item) : said.group(group.id());
                said.catalogue().fieldsOf(group.id()).stream()
                        .filter(field -> mayBeAsked(field, item))
                        .map(field -> new CaseView.Choice(
                                item.id().path() + "|" + field.id(), of + " · " + said.field(field.id())))
                        .forEach(choices::add);
            }
        }
        return choices;
    }

    private boolean mayBeAsked(Field field, Item item) {
        return field.readBy() == Audience.PHONE
                && facts.links().access().mayRead(field)
                && field.type() != FieldType.PAGE
                && field.enters().stream().anyMatch(ON_PHONES::contains)
                && (field.isAskedFirst() || item.has(field.id()));
    }

    /** What a form sent back; {@code AskThePerson("no-such-field")}. */
    static Optional<Desk.About> about(String code) throws AskThePerson {
        if (code.isEmpty()) {
            return Optional.empty();
        }
        int bar = code.indexOf('|');
        try {
            return Optional.of(
                    new Desk.About(new ItemId(code.substring(0, bar)), new FieldId(code.substring(bar + 1))));
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
            throw new AskThePerson("no-such-field");
        }
    }
}
