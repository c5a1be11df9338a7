package org.umbral.phone.screen.intake;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.umbral.phone.screen.intake.DateParts.Way;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.phone.screen.shell.Shell;
import org.umbral.phone.screen.words.Places;
import org.umbral.phone.screen.words.Places.Place;
import org.umbral.phone.screen.words.Said;
import org.umbral.phone.screen.words.Words;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.catalogue.Check;
import org.umbral.shared.catalogue.Field;
import org.umbral.shared.doubt.Doubt;
import org.umbral.shared.doubt.Doubts;
import org.umbral.shared.doubt.Telephone;

/** Which editor asks for a field: by its type, with what its checks doubt. */
final class Editors {
    private static final String A_NUMBER = "PER-21";
    private static final String A_NUMBER_AGAIN = "PER-21A";
    private static final String CONTACT = "PER-28";
    private static final String CONTACT_KIND = "PER-28A";
    private static final String OTHER_NUMBER = "PER-24";
    private static final String OTHER_NUMBER_KIND = "PER-24A";
    private static final String NAME_ON_PAPER = "PER-09";
    private static final Set<String> FROM_MEMORY = Set.of("RECALLED", "FROM_PAPER_NOTES");
    private static final Set<String> OF_BIRTH = Set.of("PER-11", "DOC-06");
    private static final Set<String> OUTSIDE = Set.of("AT_PORT_OR_BORDER_OUTSIDE_US", "ABROAD_ELSEWHERE");
    private static final Set<String> PLACES = Set.of("DET-02", "DET-09A", "BOR-04", "LET-03");
    private static final int TELEPHONE_LENGTH = 80;

    private final Shell shell;
    private final IntakeModel model;
    private final Words words;
    private final Field field;
    private final ItemId item;
    private final Consumer<Value> write;

    private Editors(Shell shell, IntakeModel model, Field field, ItemId item, Consumer<Value> write) {
        this.shell = shell;
        this.model = model;
        this.words = model.words();
        this.field = field;
        this.item = item;
        this.write = write;
    }

    /** @param item whose field it is */
    static Editor of(Shell shell, IntakeModel model, Field field, ItemId item, Consumer<Value> write) {
        return new Editors(shell, model, field, item, write).editor();
    }

    private Editor editor() {
        String label = words.field(field.id());
        String id = field.id();
        return switch (field.type()) {
            case TEXT -> text(label);
            case EMAIL -> line(Readers.text(field, this::doubts)).named(label);
            case LONG_TEXT ->
                TextEditor.lines(words, id, Readers.text(field, this::doubts), write)
                        .most(field.max())
                        .named(label);
            case TELEPHONE -> telephone(label);
            case A_NUMBER -> aNumber(label);
            case ADDRESS -> new AddressEditor(shell, words, id, label, this::doubtsOf, write);
            case MONEY -> new MoneyEditor(words, id, label, Readers.money(field, this::doubts), write);
            case NUMBER ->
                new NumberEditor(
                                words,
                                id,
                                field.min() == null ? 1 : field.min(),
                                Readers.number(field, this::doubts),
                                write)
                        .named(label);
            case CHOICE, CHOICES ->
                id.equals(SponsorConsent.FIELD)
                        ? new SponsorConsent(shell, model, item, field, write)
                        : new ChoiceEditor(words, field, write);
            case YES_NO_UNKNOWN -> new YesNoEditor(words, id, write);
            case FLAG -> new FlagEditor(label, id, write);
            case PARTIAL_DATE -> new DateEditor(shell, words, id, ways(), this::doubtsOf, write);
            case MOMENT -> new MomentEditor(shell, words, id, write);
            case COUNTRY -> new PickEditor(shell, words, label, id, Places.countries(words, field.frequent()), write);
            case LANGUAGE -> new PickEditor(shell, words, label, id, Places.languages(words, field.frequent()), write);
            case REFERENCE -> new PickEditor(shell, words, label, id, referred(model, field), write);
            case REFERENCES -> new ItemsEditor(words, id, () -> referred(model, field), write);
            case PAGE, NOTICE, CASE_CODE -> new Shown(words, field);
        };
    }

    private Editor text(String label) {
        Reading.Reader plain = Readers.text(field, this::doubts);
        if (field.id().equals(CONTACT)) {
            return line(Readers.contact(
                            words, () -> coded(item, CONTACT_KIND), this::region, plain, Readers.email(this::doubts)))
                    .named(label);
        }
        if (field.id().equals(OTHER_NUMBER)) {
            return line(Readers.numberOf(() -> coded(item, OTHER_NUMBER_KIND), this::doubts))
                    .named(label);
        }
        boolean ofName = field.checks().stream().anyMatch(check -> check.kind() == Check.Kind.NAME_PART);
        return ofName
                ? line(plain).named(label).elsewhere(this::keepAsNameOnPaper)
                : place(line(plain).named(label));
    }

    private TextEditor place(TextEditor editor) {
        return PLACES.contains(field.id()) ? editor.offering(typed -> model.offers(field, typed)) : editor;
    }

    private TextEditor line(Reading.Reader reader) {
        return TextEditor.line(words, field.id(), reader, write).most(field.max());
    }

    private Editor telephone(String label) {
        return TextEditor.line(words, field.id(), Readers.telephone(words, this::region), write)
                .most(TELEPHONE_LENGTH)
                .prompt(words.of("telephone.prompt"))
                .named(label);
    }

    private Editor aNumber(String label) {
        FieldId again = new FieldId(A_NUMBER_AGAIN);
        boolean twice =
                field.id().equals(A_NUMBER) && model.catalogue().field(again).isPresent();
        return new ANumberEditor(
                        words,
                        field.id(),
                        Readers.aNumber(field, this::doubts),
                        write,
                        () -> twice && FROM_MEMORY.contains(coded(ItemId.CASE, "CAP-08")),
                        () -> twice ? model.value(item, A_NUMBER_AGAIN) : Optional.empty(),
                        value -> model.write(item, again, value))
                .named(label);
    }

    private List<Way> ways() {
        return OF_BIRTH.contains(field.id())
                ? List.of(Way.values())
                : List.of(Way.GREG, Way.SOLAR_HIJRI, Way.LUNAR_HIJRI, Way.ETHIOPIC, Way.WORDS);
    }

    /** The exact string is what a locator is asked with, so it is kept whole, as another name of the person. */
    private void keepAsNameOnPaper(String name) {
        model.catalogue()
                .field(NAME_ON_PAPER)
                .ifPresent(other -> model.newItem(other.group(), item, made -> {
                    model.write(made, other.fieldId(), Value.text(name));
                    FieldId kind = new FieldId(NAME_ON_PAPER + "A");
                    model.catalogue()
                            .field(kind)
                            .ifPresent(known -> model.write(made, kind, Value.text("NAME_ICE_USES")));
                }));
    }

    private Doubts doubts() {
        return new Doubts(words.today(), region(), this::valueNear);
    }

    private Optional<Value> valueNear(String other) {
        return model.value(item, other).or(() -> item.parent().flatMap(above -> model.value(above, other)));
    }

    private List<Doubt> doubtsOf(Value value) {
        return doubts().of(field, value);
    }

    /** Sponsors and people in the United States have numbers of there; who waits outside most often one of Mexico. */
    private String region() {
        boolean ofPerson = field.fieldId().prefix().equals("PER")
                || field.fieldId().prefix().equals("FAM");
        return ofPerson && OUTSIDE.contains(coded(ItemId.CASE, "CAS-03")) ? Telephone.MEXICO : Telephone.UNITED_STATES;
    }

    private String coded(ItemId of, String id) {
        return model.value(of, id).flatMap(Value::asText).orElse("");
    }

    private static List<Place> referred(IntakeModel model, Field field) {
        String group = Optional.ofNullable(field.of()).orElse("person");
        return model.items(group, model.parentOf(model.catalogue().group(group))).stream()
                .map(item -> new Place(item.path(), name(model, group, item)))
                .toList();
    }

    private static String name(IntakeModel model, String group, ItemId item) {
        return model.summary(item, group).orElseGet(() -> model.words().of("case.unnamed"));
    }

    /** What the system writes is only shown. */
    private static final class Shown implements Editor {
        private final Label label = Parts.body("");
        private final Words words;
        private final Field field;

        Shown(Words words, Field field) {
            this.words = words;
            this.field = field;
        }

        @Override
        public Node node() {
            return label;
        }

        @Override
        public void show(Optional<Value> value) {
            label.setText(value.map(one -> Said.value(words, field, one)).orElse(""));
        }
    }
}
