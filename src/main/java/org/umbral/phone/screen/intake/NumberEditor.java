package org.umbral.phone.screen.intake;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.phone.screen.words.Words;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.doubt.Typed;

/** A count: typed, or by a minus and a plus, so that one digit needs no keyboard. */
final class NumberEditor implements Editor {
    private final int least;
    private final TextEditor typed;
    private final Consumer<Value> write;
    private final VBox node;

    /** @param least where the plus begins, and the minus ends */
    NumberEditor(Words words, String id, int least, Reading.Reader reader, Consumer<Value> write) {
        this.least = least;
        this.write = write;
        typed = TextEditor.line(words, id, reader, write).most(9).prompt("–");
        typed.input().setPrefWidth(96);
        typed.input().setMaxWidth(96);
        HBox row = new HBox(
                8,
                Parts.iconButton(Material2MZ.REMOVE_CIRCLE_OUTLINE, words.of("number.less"), () -> step(-1)),
                typed.input(),
                named(id, words));
        row.setAlignment(Pos.CENTER_LEFT);
        node = (VBox) typed.node();
        node.getChildren().add(0, row);
    }

    private Node named(String id, Words words) {
        Node more = Parts.iconButton(Material2AL.ADD_CIRCLE_OUTLINE, words.of("number.more"), () -> step(1));
        more.setId(id + ".more");
        return more;
    }

    NumberEditor named(String label) {
        typed.named(label);
        return this;
    }

    private void step(int by) {
        typed.flush();
        int now = Typed.whole(typed.typed()).orElse(by > 0 ? least - 1 : least + 1);
        if (now + by >= least) {
            Value value = Value.number(now + by);
            typed.show(Optional.of(value));
            write.accept(value);
        }
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void show(Optional<Value> value) {
        typed.show(value);
    }

    @Override
    public void flush() {
        typed.flush();
    }
}
