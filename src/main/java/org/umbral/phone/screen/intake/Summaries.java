package org.umbral.phone.screen.intake;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.umbral.phone.screen.words.Said;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.catalogue.Field;

/** What a person or thing of a case is called in one line. */
final class Summaries {
    private static final FieldId NAME = new FieldId("PER-02");
    /** The place in the family follows the name; by itself it says little. */
    private static final String ROLE = "CAS-08";

    private Summaries() {}

    static String nameOf(IntakeModel model, ItemId person) {
        List<ItemId> people = model.people();
        return model.answer(person, NAME)
                .flatMap(answer -> answer.held().get(0).value().asText())
                .filter(name -> !name.isBlank())
                .orElseGet(() -> people.size() < 2
                        ? model.words().of("case.unnamed")
                        : model.words().of("person.numbered", people.indexOf(person) + 1));
    }

    /** At most so many characters; a name is cut at its end only, never split into parts. */
    static String shortened(String name, int most) {
        return name.codePointCount(0, name.length()) <= most
                ? name
                : name.substring(0, name.offsetByCodePoints(0, most - 1)).strip() + "…";
    }

    static Optional<String> of(IntakeModel model, ItemId item, String group) {
        return Optional.of(model.catalogue().fieldsOf(group).stream()
                        .filter(field -> !field.id().equals(ROLE))
                        .flatMap(field -> said(model, item, field))
                        .limit(2)
                        .collect(Collectors.joining(" · ")))
                .filter(text -> !text.isBlank());
    }

    private static Stream<String> said(IntakeModel model, ItemId item, Field field) {
        return model.value(item, field.id()).stream()
                .filter(Value::isAnswer)
                .map(value -> Said.value(model.words(), field, value))
                .filter(text -> !text.isBlank());
    }
}
