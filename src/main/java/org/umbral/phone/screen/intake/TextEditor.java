package org.umbral.phone.screen.intake;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.phone.screen.words.ANumber;
import org.umbral.phone.screen.words.Words;
import org.umbral.shared.casefile.Value;

/** Text of one or several lines; handed over when the field is left or typing pauses for 600 ms. */
final class TextEditor implements Editor {
    private static final Duration PAUSE = Duration.millis(600);

    private final TextInputControl input;
    private final Label doubt = Parts.text("", "doubt");
    private final VBox node;
    private final PauseTransition pause = new PauseTransition(PAUSE);
    private final Consumer<Value> write;
    private final Function<String, String> stored;
    private String last = "";

    private TextEditor(
            TextInputControl input, @Nullable Integer max, Consumer<Value> write, Function<String, String> stored) {
        this.input = input;
        this.write = write;
        this.stored = stored;
        this.node = Parts.column(4, input);
        if (max != null) {
            input.setTextFormatter(
                    new TextFormatter<>(change -> change.getControlNewText().length() <= max ? change : null));
        }
        pause.setOnFinished(event -> flush());
        input.textProperty().addListener(property -> {
            if (input.isFocused()) {
                pause.playFromStart();
            }
        });
        input.focusedProperty().addListener((property, was, is) -> {
            if (!is) {
                flush();
            }
        });
    }

    static TextEditor line(@Nullable Integer max, Consumer<Value> write) {
        return new TextEditor(new TextField(), max, write, String::strip);
    }

    static TextEditor lines(@Nullable Integer max, Consumer<Value> write) {
        TextArea area = new TextArea();
        area.setWrapText(true);
        area.setPrefRowCount(4);
        return new TextEditor(area, max, write, String::strip);
    }

    /** Warns, groups what it understood, and keeps what it did not understand as it was typed. */
    static TextEditor aNumber(Words words, Consumer<Value> write) {
        TextEditor editor = new TextEditor(
                new TextField(), 40, write, typed -> ANumber.read(typed).orElse(typed.strip()));
        editor.input.setPromptText("A000-000-000");
        editor.input.focusedProperty().addListener((property, was, is) -> {
            if (!is) {
                editor.input.setText(ANumber.shown(editor.stored.apply(editor.input.getText())));
            }
        });
        editor.input.textProperty().addListener(property -> {
            Optional<String> said = ANumber.doubt(editor.input.getText());
            editor.doubt.setText(said.map(words::of).orElse(""));
            if (said.isPresent() && !editor.node.getChildren().contains(editor.doubt)) {
                editor.node.getChildren().add(editor.doubt);
            } else if (said.isEmpty()) {
                editor.node.getChildren().remove(editor.doubt);
            }
        });
        return editor;
    }

    TextEditor prompt(String text) {
        input.setPromptText(text);
        return this;
    }

    TextEditor id(String id) {
        input.setId(id);
        return this;
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void show(Optional<Value> value) {
        String text = value.flatMap(Value::asText).orElse("");
        if (!input.isFocused() && !text.equals(last)) {
            last = text;
            input.setText(ANumber.shown(text));
        } else if (value.filter(Value::isAnswer).isEmpty() && !input.isFocused()) {
            last = "";
            input.clear();
        }
    }

    @Override
    public void flush() {
        pause.stop();
        String now = stored.apply(Optional.ofNullable(input.getText()).orElse(""));
        if (!now.equals(last)) {
            last = now;
            write.accept(Value.text(now));
        }
    }
}
