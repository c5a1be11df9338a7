package org.umbral.phone.screen.intake;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.phone.screen.words.Words;
import org.umbral.shared.casefile.Value;

/** A small count with a minus and a plus: no keyboard for one digit. */
final class NumberEditor implements Editor {
    private final Label shown = Parts.text("", "section");
    private final HBox node;
    private final Consumer<Value> write;
    private int number;

    NumberEditor(Words words, String id, Consumer<Value> write) {
        this.write = write;
        Button less =
                Parts.iconButton(Material2MZ.REMOVE_CIRCLE_OUTLINE, words.of("number.less"), () -> set(number - 1));
        Button more = Parts.iconButton(Material2AL.ADD_CIRCLE_OUTLINE, words.of("number.more"), () -> set(number + 1));
        more.setId(id + ".more");
        shown.setMinWidth(48);
        shown.setAlignment(Pos.CENTER);
        node = new HBox(8, less, shown, more);
        node.setAlignment(Pos.CENTER_LEFT);
    }

    private void set(int wanted) {
        if (wanted >= 1) {
            show(Optional.of(Value.number(wanted)));
            write.accept(Value.number(wanted));
        }
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void show(Optional<Value> value) {
        number = value.flatMap(Value::asNumber).orElse(0);
        shown.setText(number == 0 ? "–" : String.valueOf(number));
    }
}
