package org.umbral.phone.screen.intake;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.phone.screen.shell.Shell;
import org.umbral.phone.screen.words.Places;
import org.umbral.phone.screen.words.Places.Place;
import org.umbral.phone.screen.words.Said;
import org.umbral.phone.screen.words.Words;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.catalogue.Field;

/** Which editor asks for a field: by its type alone. */
final class Editors {
    private Editors() {}

    static Editor of(Shell shell, IntakeModel model, Field field, Consumer<Value> write) {
        Words words = model.words();
        String label = words.field(field.id());
        String id = field.id();
        return switch (field.type()) {
            case TEXT, EMAIL -> TextEditor.line(field.max(), write).id(id);
            case LONG_TEXT, ADDRESS -> TextEditor.lines(field.max(), write).id(id);
            case TELEPHONE ->
                TextEditor.line(80, write).prompt(words.of("telephone.prompt")).id(id);
            case A_NUMBER -> TextEditor.aNumber(words, write).id(id);
            case CHOICE, CHOICES -> new ChoiceEditor(words, field, write);
            case YES_NO_UNKNOWN -> new YesNoEditor(words, id, write);
            case FLAG -> new FlagEditor(label, id, write);
            case NUMBER, MONEY -> new NumberEditor(words, id, write);
            case PARTIAL_DATE -> new DateEditor(shell, words, id, true, write);
            case MOMENT -> new MomentEditor(shell, words, id, write);
            case COUNTRY -> new PickEditor(shell, words, label, id, Places.countries(words, field.frequent()), write);
            case LANGUAGE -> new PickEditor(shell, words, label, id, Places.languages(words, field.frequent()), write);
            case REFERENCE, REFERENCES -> new PickEditor(shell, words, label, id, referred(model, field), write);
            case PAGE, NOTICE, CASE_CODE -> new Shown(words, field);
        };
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
