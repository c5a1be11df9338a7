package org.umbral.phone.screen.intake;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.phone.screen.words.Words;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.doubt.ANumber;
import org.umbral.shared.doubt.Doubt;

/**
 * The A-Number, asked twice where it comes from memory or notes: a second box, and a sentence where the two differ. Both
 * readings are kept, each in its own field.
 */
final class ANumberEditor implements Editor {
    private static final int LONGEST = 40;

    private final Words words;
    private final TextEditor first;
    private final TextEditor second;
    private final Supplier<Boolean> askTwice;
    private final Supplier<Optional<Value>> again;
    private final VBox twice;
    private final Label unsure = Parts.text("", "doubt");
    private final VBox node;

    /**
     * @param again what the second field holds
     * @param writeAgain takes a second reading
     */
    ANumberEditor(
            Words words,
            String id,
            Reading.Reader reader,
            Consumer<Value> write,
            Supplier<Boolean> askTwice,
            Supplier<Optional<Value>> again,
            Consumer<Value> writeAgain) {
        this.words = words;
        this.askTwice = askTwice;
        this.again = again;
        first = box(id, reader, value -> {
            write.accept(value);
            compare();
        });
        second = box(id + ".again", reader, value -> {
            writeAgain.accept(value);
            compare();
        });
        second.named(words.of("a-number.again"));
        unsure.setId(id + ".unsure");
        twice = Parts.column(4, Parts.quiet(words.of("a-number.again")), second.node(), unsure);
        node = Parts.column(8, first.node(), twice);
        first.input().focusedProperty().addListener(property -> compare());
        second.input().focusedProperty().addListener(property -> compare());
    }

    private TextEditor box(String id, Reading.Reader reader, Consumer<Value> write) {
        return TextEditor.line(words, id, reader, write).most(LONGEST).prompt("A000-000-000");
    }

    ANumberEditor named(String label) {
        first.named(label);
        return this;
    }

    /** Said when neither box is being typed into. */
    private void compare() {
        boolean typing = first.input().isFocused() || second.input().isFocused();
        Optional<Doubt> differ = typing ? Optional.empty() : ANumber.mismatch(first.typed(), second.typed());
        unsure.setText(differ.map(
                        doubt -> words.of("check." + doubt.code(), doubt.about().toArray()))
                .orElse(""));
        Parts.hide(unsure, differ.isEmpty());
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void show(Optional<Value> value) {
        first.show(value);
        Optional<Value> held = again.get();
        second.show(held);
        Parts.hide(twice, !askTwice.get() && held.filter(Value::isAnswer).isEmpty());
        compare();
    }

    @Override
    public void flush() {
        first.flush();
        second.flush();
    }
}
