package org.umbral.phone.screen.intake;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.phone.screen.words.Direction;
import org.umbral.phone.screen.words.Words;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.doubt.Doubt;

/**
 * Text of one or several lines; handed over when the field is left or typing pauses for 600 ms. What was understood and
 * what is doubted is said when the field is left, not while somebody still types. What a doubt refuses is held back until
 * the worker answers it or leaves the step.
 */
final class TextEditor implements Editor {
    private static final Duration PAUSE = Duration.millis(600);

    private final TextInputControl input;
    private final Below below;
    private final VBox node;
    private final PauseTransition pause = new PauseTransition(PAUSE);
    private final Consumer<Value> write;
    private final Reading.Reader reader;
    private Consumer<Doubt> takeRefused = doubt -> {};
    private String last = "";
    /** The text whose doubts somebody answered. */
    private String settled = "";

    private TextEditor(Words words, String id, TextInputControl input, Reading.Reader reader, Consumer<Value> write) {
        this.input = input;
        this.write = write;
        this.reader = reader;
        this.below = new Below(words, id);
        this.node = Parts.column(4, input, below.node());
        input.setId(id);
        pause.setOnFinished(event -> hand());
        input.textProperty().addListener(property -> {
            orient();
            if (input.isFocused()) {
                below.clear();
                pause.playFromStart();
            }
        });
        input.focusedProperty().addListener((property, was, is) -> {
            if (!is) {
                leave();
            }
        });
    }

    static TextEditor line(Words words, String id, Reading.Reader reader, Consumer<Value> write) {
        TextField field = new TextField();
        TextEditor editor = new TextEditor(words, id, field, reader, write);
        field.setOnAction(event -> editor.leave());
        return editor;
    }

    static TextEditor lines(Words words, String id, Reading.Reader reader, Consumer<Value> write) {
        TextArea area = new TextArea();
        area.setWrapText(true);
        area.setPrefRowCount(4);
        return new TextEditor(words, id, area, reader, write);
    }

    TextEditor most(@Nullable Integer characters) {
        if (characters != null) {
            input.setTextFormatter(
                    new TextFormatter<>(change -> change.getControlNewText().length() <= characters ? change : null));
        }
        return this;
    }

    TextEditor prompt(String text) {
        input.setPromptText(text);
        return this;
    }

    /** What a screen reader says. */
    TextEditor named(String label) {
        input.setAccessibleText(label);
        return this;
    }

    /** What may be meant, one tap each, below the line while somebody types; nothing is put in by itself. */
    TextEditor offering(Function<String, List<String>> offers) {
        Chips chips = new Chips();
        chips.managedProperty().bind(Bindings.isNotEmpty(chips.getChildren()));
        node.getChildren().add(1, chips);
        input.textProperty().addListener(property -> {
            List<String> found = input.isFocused() ? offers.apply(typed()) : List.of();
            chips.show(found.stream().map(this::offer).toList());
        });
        return this;
    }

    private Button offer(String text) {
        Button chip = new Button(text);
        chip.getStyleClass().add("chip");
        chip.setOnAction(event -> {
            input.setText(text);
            leave();
        });
        return chip;
    }

    /** Where a refused text may go instead; the field is emptied then. */
    TextEditor elsewhere(Consumer<String> keep) {
        takeRefused = doubt -> {
            keep.accept(input.getText().strip());
            input.clear();
            leave();
        };
        return this;
    }

    String typed() {
        return Optional.ofNullable(input.getText()).orElse("");
    }

    /** Native script keeps its direction, whichever way the screen runs. */
    private void orient() {
        String text = typed();
        input.setNodeOrientation(
                text.isBlank()
                        ? NodeOrientation.INHERIT
                        : Direction.isRightToLeft(text)
                                ? NodeOrientation.RIGHT_TO_LEFT
                                : NodeOrientation.LEFT_TO_RIGHT);
    }

    @Override
    public Node node() {
        return node;
    }

    TextInputControl input() {
        return input;
    }

    @Override
    public void show(Optional<Value> value) {
        if (input.isFocused() || isUnsaved()) {
            return;
        }
        String text = value.filter(Value::isAnswer).map(reader::shown).orElse("");
        last = text;
        input.setText(text);
        String fact = value.map(reader::understood).orElse("");
        if (!fact.isBlank()) {
            settled = text;
            below.show(fact, List.of(), this::take);
        } else if (!text.isBlank()) {
            judge(reader.read(text));
        } else {
            below.clear();
        }
    }

    /** Typed, but not handed over, or refused: never overwritten by what is read anew. */
    private boolean isUnsaved() {
        return !typed().strip().equals(last);
    }

    private void judge(Reading reading) {
        below.show(reading.fact(), reading.doubts(), this::take);
    }

    private void take(Doubt doubt) {
        doubt.offer()
                .ifPresentOrElse(
                        meant -> {
                            settled = typed().strip();
                            write.accept(meant);
                            below.show(reader.understood(meant), List.of(), this::take);
                        },
                        () -> takeRefused.accept(doubt));
    }

    /** The step is left: what stands here is kept even where it is refused, and doubted again when it is seen again. */
    @Override
    public void flush() {
        if (hand().value().isEmpty() && isUnsaved()) {
            last = typed().strip();
            write.accept(Value.text(last));
        }
    }

    private Reading hand() {
        pause.stop();
        Reading reading = reader.read(typed());
        if (isUnsaved()) {
            reading.value().ifPresent(value -> {
                last = typed().strip();
                write.accept(value);
            });
        }
        return reading;
    }

    private void leave() {
        boolean changed = isUnsaved();
        Reading reading = hand();
        reading.value().filter(value -> changed || typed().isBlank()).ifPresent(value -> {
            String shown = reader.shown(value);
            if (!shown.equals(typed())) {
                last = shown;
                input.setText(shown);
            }
        });
        if (!typed().strip().equals(settled)) {
            judge(reading);
        }
    }
}
