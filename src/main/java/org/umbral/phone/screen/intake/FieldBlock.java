package org.umbral.phone.screen.intake;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.phone.screen.shell.Shell;
import org.umbral.phone.screen.words.Said;
import org.umbral.phone.screen.words.Words;
import org.umbral.shared.casefile.Answer;
import org.umbral.shared.casefile.Held;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.catalogue.Field;
import org.umbral.shared.catalogue.FieldType;

/** A field with its label and hint, its editor, and the ways to say that there is no answer. */
final class FieldBlock {
    private static final List<Value.Unanswered> WHYS =
            List.of(Value.Unanswered.PERSON_DOES_NOT_KNOW, Value.Unanswered.DECLINED);

    private final IntakeModel model;
    private final ItemId item;
    private final Field field;
    private final Editor editor;
    private final VBox node = Parts.column(6);
    private final List<ToggleButton> whys;
    private final Label conflict = Parts.text("", "doubt");
    private Optional<Value> known = Optional.empty();
    private Optional<Value> written = Optional.empty();

    FieldBlock(Shell shell, IntakeModel model, Field field, ItemId item, boolean labelled) {
        this.model = model;
        this.item = item;
        this.field = field;
        Words words = model.words();
        editor = Editors.of(shell, model, field, this::write);
        whys = field.refusable() ? WHYS.stream().map(this::why).toList() : List.of();
        node.getStyleClass().add("field");
        if (labelled && field.type() != FieldType.FLAG) {
            node.getChildren().add(Parts.text(words.field(field.id()), "field-label"));
            words.find("field." + field.id() + ".hint").map(Parts::quiet).ifPresent(node.getChildren()::add);
        }
        node.getChildren().add(Parts.named(editor.node(), words.field(field.id())));
        if (!whys.isEmpty()) {
            node.getChildren().add(new FlowPane(8, 0, whys.toArray(Node[]::new)));
        }
        known = value();
        editor.show(known);
        marks();
    }

    private ToggleButton why(Value.Unanswered why) {
        ToggleButton button = new ToggleButton(model.words().of("refuse." + why));
        button.getStyleClass().add("why");
        button.setId(field.id() + "." + why);
        button.setOnAction(event -> {
            boolean said = button.isSelected();
            Value value = said ? Value.unanswered(why) : Value.text("");
            write(value);
            editor.show(Optional.of(value));
            whys.forEach(other -> choose(other, said && other == button));
        });
        return button;
    }

    private static void choose(ToggleButton button, boolean chosen) {
        button.setSelected(chosen);
        button.setGraphic(chosen ? Parts.icon(Material2AL.CHECK) : null);
    }

    private void write(Value value) {
        written = Optional.of(value);
        whys.forEach(button -> choose(button, false));
        model.write(item, field.fieldId(), value);
    }

    private Optional<Value> value() {
        return model.answer(item, field.fieldId()).flatMap(Answer::settled);
    }

    Node node() {
        return node;
    }

    boolean isAnswered() {
        return model.answer(item, field.fieldId()).isPresent();
    }

    /** What was read anew is shown, but never over what is being typed or still on its way to the disk. */
    void refresh() {
        boolean shown = model.isShown(field, item);
        node.setVisible(shown);
        node.setManaged(shown);
        if (model.state() != IntakeModel.State.SAVED) {
            return;
        }
        Optional<Value> now = value();
        if (!now.equals(known)) {
            known = now;
            if (!now.equals(written)) {
                editor.show(now);
            }
            marks();
        }
    }

    private void marks() {
        Optional<Value.Unanswered> why = known.flatMap(Value::whyUnanswered);
        for (int i = 0; i < whys.size(); i++) {
            choose(whys.get(i), why.equals(Optional.of(WHYS.get(i))));
        }
        node.getChildren().remove(conflict);
        model.answer(item, field.fieldId()).filter(Answer::isConflict).ifPresent(answer -> {
            conflict.setText(model.words()
                    .of(
                            "field.conflict",
                            answer.held().stream()
                                    .map(Held::value)
                                    .distinct()
                                    .map(value -> Said.value(model.words(), field, value))
                                    .collect(Collectors.joining(" · "))));
            node.getChildren().add(1, conflict);
        });
    }

    void flush() {
        editor.flush();
    }
}
