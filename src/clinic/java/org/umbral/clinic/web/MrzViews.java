package org.umbral.clinic.web;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.umbral.clinic.casework.Access;
import org.umbral.clinic.mrz.Mrz;
import org.umbral.clinic.mrz.Mrz.Doubt;
import org.umbral.shared.casefile.Answer;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.Held;
import org.umbral.shared.casefile.Item;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.catalogue.Field;

/** What was read, beside what stands in the case. */
record MrzViews(CaseFile file, CatalogueWords said, Moments moments, Access access, SecureRandom random) {
    private static final FieldId CITIZEN = new FieldId("PER-18");
    private static final FieldId NUMBER = new FieldId("DOC-03");

    MrzView.Read read(Mrz mrz, Optional<ItemId> chosen) {
        List<Item> persons = said.catalogue().items(file, "person", ItemId.CASE);
        Optional<ItemId> person =
                chosen.or(() -> persons.size() == 1 ? Optional.of(persons.get(0).id()) : Optional.empty());
        ItemId citizenship = person.map(of -> below(of, "citizenship", CITIZEN, mrz.nationality()))
                .orElse(ItemId.CASE);
        ItemId document =
                person.map(of -> below(of, "document", NUMBER, mrz.number())).orElse(ItemId.CASE);
        return new MrzView.Read(
                said.words().say("mrz.format." + mrz.format()),
                mrz.checks().stream().map(this::check).toList(),
                mrz.doubts().stream().sorted().map(this::doubt).toList(),
                persons.stream()
                        .map(item -> new EditView.Option(item.id().path(), name(item)))
                        .toList(),
                person.map(ItemId::path).orElse(""),
                citizenship.path(),
                document.path(),
                person.isEmpty()
                        ? List.of()
                        : new MrzFields(mrz)
                                .all().stream()
                                        .flatMap(one ->
                                                proposal(one, item(one.group(), person.get(), citizenship, document))
                                                        .stream())
                                        .toList());
    }

    static ItemId item(String group, ItemId person, ItemId citizenship, ItemId document) {
        return switch (group) {
            case "citizenship" -> citizenship;
            case "document" -> document;
            default -> person;
        };
    }

    /** The thing of the person that says the same already, or a new one. */
    private ItemId below(ItemId person, String group, FieldId field, String same) {
        return said.catalogue().items(file, group, person).stream()
                .filter(item -> item.answer(field).map(Answer::held).orElse(List.of()).stream()
                        .map(Held::value)
                        .anyMatch(value -> bare(value).equals(same)))
                .map(Item::id)
                .findFirst()
                .orElseGet(() -> person.child(random));
    }

    private static String bare(Value value) {
        return value.asText().orElse("").replaceAll("[^A-Za-z0-9]", "");
    }

    private String name(Item person) {
        return person.text("PER-02")
                .or(() -> person.text("PER-05"))
                .filter(name -> !name.isBlank())
                .orElseGet(() -> said.group("person"));
    }

    private MrzView.Check check(Mrz.Check check) {
        return new MrzView.Check(
                said.words().say("mrz.part." + check.part()),
                check.holds(),
                String.valueOf(check.printed()),
                String.valueOf(check.reckoned()),
                check.repair()
                        .map(one -> one.line() + "." + one.place() + "." + one.to())
                        .orElse(""),
                check.repair()
                        .map(one -> said.words()
                                .say(
                                        "mrz.repair",
                                        (one.line() + 1) + " / " + (one.place() + 1),
                                        one.from() + " → " + one.to()))
                        .orElse(""));
    }

    private String doubt(Doubt doubt) {
        return said.words().say("mrz.doubt." + doubt);
    }

    private Optional<MrzView.Proposal> proposal(MrzFields.Filling filling, ItemId item) {
        Optional<Field> field = said.catalogue().field(filling.field()).filter(access::mayEnter);
        return field.map(known -> {
            ValueWords values = new ValueWords(said, moments);
            List<Value> held = file.answer(item, known.fieldId()).map(Answer::held).orElse(List.of()).stream()
                    .map(Held::value)
                    .filter(Value::isAnswer)
                    .toList();
            String standing = String.join(
                    " / ", held.stream().map(value -> values.of(known, value)).toList());
            boolean same = held.contains(filling.value());
            return new MrzView.Proposal(
                    known.id(),
                    said.field(known.id()),
                    values.of(known, filling.value()),
                    standing,
                    same,
                    held.isEmpty(),
                    Shown.text(file.seen(item, known.fieldId())),
                    held.isEmpty() || same ? "" : said.words().say("mrz.beside"));
        });
    }
}
