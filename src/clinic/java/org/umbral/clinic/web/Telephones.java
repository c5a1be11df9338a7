package org.umbral.clinic.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.umbral.shared.casefile.Answer;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.Item;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.catalogue.Field;

/** The numbers of a case that somebody may call, each with what has to be known before. */
record Telephones(Facts facts, CatalogueWords said) {
    private static final Set<String> CALLED = Set.of("PHONE", "WHATSAPP", "SIGNAL");
    private static final String KIND = "PER-28A";
    private static final String NUMBER = "PER-28";
    private static final FieldId SAFE = new FieldId("PER-28B");
    private static final String SPONSORS = "SPO-05";

    List<WorkView.Telephone> all() {
        List<WorkView.Telephone> all = new ArrayList<>();
        for (Item person : facts.items("person")) {
            for (Item contact : facts.items("contact", person.id())) {
                contact.text(KIND)
                        .filter(CALLED::contains)
                        .flatMap(kind -> telephone(contact, NUMBER, facts.name(person), said.choice(KIND, kind)))
                        .ifPresent(all::add);
            }
        }
        for (Item sponsor : facts.items("sponsor")) {
            telephone(sponsor, SPONSORS, facts.name(sponsor), said.group("sponsor"))
                    .ifPresent(all::add);
        }
        return all;
    }

    private Optional<WorkView.Telephone> telephone(Item item, String field, String whose, String kind) {
        Field known = said.catalogue().field(field).orElseThrow();
        String number = item.answer(known.fieldId()).stream()
                .flatMap(answer -> answer.held().stream())
                .map(held -> held.value())
                .filter(Value::isAnswer)
                .map(value -> facts.text(known, value))
                .distinct()
                .reduce((one, other) -> one + " / " + other)
                .orElse("");
        boolean mayRead = facts.links().access().mayRead(known);
        return number.isEmpty() || !mayRead
                ? Optional.empty()
                : Optional.of(new WorkView.Telephone(item.id().path(), whose, number, kind, isUnsafe(item)));
    }

    /** One person who said no is enough. */
    private static boolean isUnsafe(Item item) {
        return item.answer(SAFE).stream()
                .map(Answer::held)
                .flatMap(List::stream)
                .anyMatch(held -> held.value().asText().equals(Optional.of("NO")));
    }
}
