package org.umbral.phone.screen.intake;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.phone.screen.words.Words;
import org.umbral.shared.casefile.Value;

/** Whole dollars, the currency before them; another currency stays as it was typed. */
final class MoneyEditor implements Editor {
    private static final int LONGEST = 30;

    private final TextEditor typed;

    MoneyEditor(Words words, String id, String label, Reading.Reader reader, Consumer<Value> write) {
        typed = TextEditor.line(words, id, reader, write).most(LONGEST).named(label + ", " + words.of("money.unit"));
        HBox row = new HBox(12, Parts.body(words.of("money.unit")), typed.input());
        row.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(typed.input(), Priority.ALWAYS);
        ((VBox) typed.node()).getChildren().add(0, row);
    }

    @Override
    public Node node() {
        return typed.node();
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
