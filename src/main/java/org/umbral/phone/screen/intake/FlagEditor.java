package org.umbral.phone.screen.intake;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.shared.casefile.Value;

/** One row that is so or not. */
final class FlagEditor implements Editor {
    private final ToggleButton row;

    FlagEditor(String label, String id, Consumer<Value> write) {
        row = Parts.choice(label, true);
        row.setId(id);
        row.setOnAction(event -> write.accept(Value.flag(row.isSelected())));
    }

    @Override
    public Node node() {
        return row;
    }

    @Override
    public void show(Optional<Value> value) {
        row.setSelected(value.filter(Value::isTrue).isPresent());
    }
}
