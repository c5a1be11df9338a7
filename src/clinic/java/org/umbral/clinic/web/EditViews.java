package org.umbral.clinic.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.umbral.clinic.casework.Desk;
import org.umbral.clinic.web.EditForm.Filled;
import org.umbral.clinic.web.EditView.Input;
import org.umbral.clinic.web.EditView.Option;
import org.umbral.shared.casefile.Answer;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.Item;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.catalogue.Conditions;
import org.umbral.shared.catalogue.Field;
import org.umbral.shared.catalogue.Section;
import org.umbral.shared.catalogue.Step;
import org.umbral.shared.doubt.Doubt;
import org.umbral.shared.doubt.Doubts;
import org.umbral.shared.doubt.Telephone;

/** Makes the form of an item out of its fields and the catalogue's words. */
final class EditViews {
    private static final int MOST_RADIOS = 8;
    private static final List<String> OF_BIRTH = List.of("PER-11", "DOC-06");
    private static final Set<String> CHOSEN = Set.of("radio", "select", "checks", "address");

    private final EditForm form;
    private final Facts facts;
    private final CatalogueWords said;
    private final Words words;
    private final Places places;
    private final Conditions conditions;
    private final Colleagues colleagues;
    private final Map<String, List<String>> offers;

    EditViews(EditForm form, Desk.CasePage page, CatalogueWords said, Moments moments) {
        this(form, page, said, moments, new Colleagues(List.of()), Map.of());
    }

    /** @param offers by field, what its box offers while somebody types */
    EditViews(
            EditForm form,
            Desk.CasePage page,
            CatalogueWords said,
            Moments moments,
            Colleagues colleagues,
            Map<String, List<String>> offers) {
        this.colleagues = colleagues;
        this.offers = offers;
        this.form = form;
        this.said = said;
        this.words = said.words();
        this.facts = new Facts(page, said, moments, form.access());
        this.places = new Places(new ValueWords(said, moments), words);
        this.conditions = new Conditions(said.catalogue(), form.file(), moments.today());
    }

    EditView view(String path, List<Filled> filled, EditView.Known known, String problem) {
        List<Input> first = new ArrayList<>();
        List<Input> more = new ArrayList<>();
        boolean open = false;
        for (Filled one : filled) {
            boolean wanted = isWanted(one);
            (wanted ? first : more).add(input(one));
            open |= !wanted && one.problem().isPresent();
        }
        return new EditView(
                path,
                back(form),
                said.group(form.group()),
                about(),
                problem,
                first.isEmpty() ? more : first,
                first.isEmpty() ? List.of() : more,
                open,
                known);
    }

    /** The section of the case's page that shows the group. */
    static String back(EditForm form) {
        String parent = form.catalogue().group(form.group()).parent();
        String section = form.group().equals("consent") || parent == null ? form.group() : parent;
        return "/case/" + form.file().id().text() + "#" + section;
    }

    private String about() {
        ItemId named = form.item().equals(ItemId.CASE)
                ? ItemId.CASE
                : form.item()
                        .parent()
                        .filter(above -> !above.equals(ItemId.CASE))
                        .orElse(form.item());
        return form.file().item(named).map(facts::name).orElse("");
    }

    /** What holds an answer, what its step asks at once, and what no step asks. */
    private boolean isWanted(Filled filled) {
        Field field = filled.field();
        if (filled.boxes().isAnswered() || !filled.seen().isEmpty()) {
            return true;
        }
        if (field.when() != null && !conditions.hold(field.when(), form.item())) {
            return false;
        }
        Optional<Step> step = said.catalogue().stepOf(field.id());
        return step.isEmpty()
                || Stream.concat(
                                step.get().fields().stream(),
                                step.get().sections().stream()
                                        .map(Section::fields)
                                        .flatMap(List::stream))
                        .anyMatch(field.id()::equals);
    }

    private Input input(Filled filled) {
        Field field = filled.field();
        return new Input(
                field.id(),
                kind(field),
                said.field(field.id()),
                mode(field),
                field.max() == null || !field.type().name().endsWith("TEXT") ? 0 : field.max(),
                withHeld(options(field), filled),
                field.refusable() ? why() : List.of(),
                filled.boxes(),
                filled.seen(),
                filled.problem().map(code -> problem(code, filled)).orElse(""),
                filled.problem().isPresent() ? List.of() : notes(field));
    }

    private static String kind(Field field) {
        return switch (field.type()) {
            case LONG_TEXT -> "lines";
            case CHOICE -> field.choices().size() > MOST_RADIOS ? "select" : "radio";
            case YES_NO_UNKNOWN -> "radio";
            case CHOICES, REFERENCES -> "checks";
            case FLAG -> "flag";
            case COUNTRY, LANGUAGE, REFERENCE -> "select";
            case PARTIAL_DATE -> OF_BIRTH.contains(field.id()) ? "birth" : "date";
            case MOMENT -> "moment";
            case ADDRESS -> "address";
            default -> "line";
        };
    }

    private static String mode(Field field) {
        return switch (field.type()) {
            case TELEPHONE -> "tel";
            case EMAIL -> "email";
            case NUMBER, MONEY -> "numeric";
            default -> "text";
        };
    }

    /** A value that nobody may choose any more is still there to be sent back: a form that nobody touched changes nothing. */
    private static List<Option> withHeld(List<Option> options, Filled filled) {
        String kind = kind(filled.field());
        if (!CHOSEN.contains(kind)) {
            return options;
        }
        List<String> held = filled.boxes().all(kind.equals("address") ? "country" : Boxes.ONLY);
        Stream<Option> lacking = held.stream()
                .filter(code -> options.stream().noneMatch(one -> one.code().equals(code)))
                .map(code -> new Option(code, code));
        return Stream.concat(options.stream(), lacking).toList();
    }

    private List<Option> options(Field field) {
        return switch (field.type()) {
            case CHOICE, CHOICES -> choices(field, field.choices());
            case YES_NO_UNKNOWN -> choices(field, List.of("YES", "NO", "UNKNOWN"));
            case COUNTRY, ADDRESS -> places.countries();
            case LANGUAGE -> places.languages();
            case REFERENCE, REFERENCES ->
                Colleagues.isNamedIn(field)
                        ? colleagues.options()
                        : referred(Optional.ofNullable(field.of()).orElse("person"));
            default ->
                offers.getOrDefault(field.id(), List.of()).stream()
                        .map(place -> new Option(place, place))
                        .toList();
        };
    }

    private List<Option> choices(Field field, List<String> codes) {
        return codes.stream()
                .map(code -> new Option(code, said.choice(field.id(), code)))
                .toList();
    }

    private List<Option> referred(String group) {
        List<Item> items = facts.items(group);
        List<Option> options = new ArrayList<>();
        for (Item item : items) {
            String name =
                    item.text("EVD-02").map(code -> said.choice("EVD-02", code)).orElseGet(() -> facts.name(item));
            String label = name.isEmpty() ? said.group(group) + " " + (options.size() + 1) : name;
            options.add(new Option(item.id().path(), label));
        }
        return options;
    }

    private List<Option> why() {
        return Stream.of(Value.Unanswered.values())
                .map(why -> new Option(
                        why.name(),
                        words.ofCatalogue("unanswered." + why.name()).orElse(why.name())))
                .toList();
    }

    private String problem(String code, Filled filled) {
        return words.ownIfAny("misfit." + code)
                .or(() -> words.ofCatalogueWith("check." + code, filled.boxes().one(Boxes.ONLY)))
                .orElseGet(() -> words.say("misfit.other"));
    }

    private List<String> notes(Field field) {
        Optional<Answer> answer = form.file().answer(form.item(), field.fieldId());
        if (answer.filter(Answer::isConflict).isPresent()) {
            String values = String.join(
                    " · ",
                    answer.get().held().stream()
                            .map(held -> facts.text(field, held.value()))
                            .toList());
            return List.of(words.say("edit.differs", values));
        }
        Doubts doubts = new Doubts(form.moments().today(), Telephone.UNITED_STATES, this::near);
        return answer.flatMap(Answer::settled).map(value -> doubts.of(field, value)).orElse(List.of()).stream()
                .flatMap(doubt -> said(doubt).stream())
                .toList();
    }

    private Optional<String> said(Doubt doubt) {
        return words.ofCatalogueWith("check." + doubt.code(), doubt.about().toArray());
    }

    private Optional<Value> near(String field) {
        return Stream.concat(Stream.of(form.item()), form.item().parent().stream())
                .flatMap(item -> form.file().answer(item, new FieldId(field)).stream())
                .flatMap(answer -> answer.settled().stream())
                .findFirst();
    }
}
