package org.umbral.phone.screen.intake;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.phone.screen.shell.Shell;
import org.umbral.phone.screen.words.Words;
import org.umbral.shared.casefile.Answer;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.catalogue.Field;
import org.umbral.shared.catalogue.FieldType;

/**
 * A field with its label and hint, its editor, and the ways to say that there is no answer. What the person did not want
 * to say is one quiet line, and is not asked again.
 */
final class FieldBlock implements StepPart {
    private static final List<Value.Unanswered> WHYS =
            List.of(Value.Unanswered.PERSON_DOES_NOT_KNOW, Value.Unanswered.DECLINED);

    private final IntakeModel model;
    private final ItemId item;
    private final Field field;
    private final Editor editor;
    private final VBox node = Parts.column(6);
    private final VBox asking = Parts.column(6);
    private final HBox refused;
    private final List<ToggleButton> whys;
    private final ConflictCard conflict;
    private Optional<Value> known = Optional.empty();
    private Optional<Value> written = Optional.empty();
    private boolean askedAnew;

    FieldBlock(Shell shell, IntakeModel model, Field field, ItemId item, boolean labelled) {
        this.model = model;
        this.item = item;
        this.field = field;
        Words words = model.words();
        editor = field.id().equals(PlaceChips.FIELD)
                ? new PlaceChips(
                        words, field, model.principal().filter(item::equals).isPresent(), this::write)
                : Editors.of(shell, model, field, item, this::write);
        whys = field.refusable() ? WHYS.stream().map(this::why).toList() : List.of();
        conflict = new ConflictCard(model, field, item);
        refused = refused();
        node.getStyleClass().add("field");
        if (labelled && field.type() != FieldType.FLAG) {
            node.getChildren().add(Parts.text(words.field(field.id()), "field-label"));
            words.find("field." + field.id() + ".hint").map(Parts::quiet).ifPresent(asking.getChildren()::add);
        }
        asking.getChildren().add(Parts.named(editor.node(), words.field(field.id())));
        if (!whys.isEmpty()) {
            asking.getChildren().add(new FlowPane(8, 0, whys.toArray(Node[]::new)));
        }
        node.getChildren().addAll(conflict.node(), asking, refused);
        known = value();
        editor.show(known);
        marks();
    }

    private HBox refused() {
        Words words = model.words();
        Label said = Parts.quiet(words.of("unanswered." + Value.Unanswered.DECLINED));
        said.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(said, Priority.ALWAYS);
        Button change = Parts.link(words.of("field.change"), this::askAnew);
        change.setId(field.id() + ".change");
        change.setAccessibleText(words.of("field.change") + ": " + words.field(field.id()));
        HBox line = new HBox(8, Parts.icon(Material2MZ.SPEAKER_NOTES_OFF, "quiet-icon"), said, change);
        line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        return line;
    }

    private void askAnew() {
        askedAnew = true;
        marks();
    }

    private ToggleButton why(Value.Unanswered why) {
        ToggleButton button = new ToggleButton(model.words().of("refuse." + why));
        button.getStyleClass().add("why");
        button.setId(field.id() + "." + why);
        button.setOnAction(event -> {
            boolean said = button.isSelected();
            // A screen reader leaves the keyboard where it was: what was typed goes first, never over this answer.
            button.requestFocus();
            editor.flush();
            Value value = said ? Value.unanswered(why) : Value.text("");
            write(value);
            editor.show(Optional.of(value));
            marks();
        });
        return button;
    }

    private static void choose(ToggleButton button, boolean chosen) {
        button.setSelected(chosen);
        button.setGraphic(chosen ? Parts.icon(Material2AL.CHECK) : null);
    }

    private void write(Value value) {
        if (model.refuses(field.fieldId(), value)) {
            editor.show(known);
            return;
        }
        written = Optional.of(value);
        askedAnew = false;
        marks();
        model.write(item, field.fieldId(), value);
    }

    private Optional<Value> value() {
        return model.answer(item, field.fieldId()).flatMap(Answer::settled);
    }

    @Override
    public Node node() {
        return node;
    }

    /** What was read anew is shown, but never over what is being typed or still on its way to the disk. */
    @Override
    public void refresh() {
        if (model.state() != IntakeModel.State.SAVED) {
            return;
        }
        Optional<Value> now = value();
        if (!now.equals(known)) {
            known = now;
            if (!now.equals(written)) {
                editor.show(now);
            }
        }
        written = Optional.empty();
        conflict.refresh();
        marks();
    }

    /** By what was written last, also while that is on its way to the disk. */
    private void marks() {
        Optional<Value.Unanswered> why = written.or(() -> known).flatMap(Value::whyUnanswered);
        for (int i = 0; i < whys.size(); i++) {
            choose(whys.get(i), why.equals(Optional.of(WHYS.get(i))));
        }
        boolean declined = !askedAnew && why.equals(Optional.of(Value.Unanswered.DECLINED));
        Parts.hide(asking, declined);
        Parts.hide(refused, !declined);
    }

    @Override
    public void flush() {
        editor.flush();
    }

    @Override
    public Optional<Node> find(ItemId wanted, FieldId id) {
        return wanted.equals(item) && id.equals(field.fieldId()) ? Optional.of(node) : Optional.empty();
    }
}
