package org.umbral.phone.screen.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.phone.screen.words.Places.Place;
import org.umbral.phone.screen.words.Words;
import org.umbral.shared.casefile.Value;

/** People or sponsors of the case to tap, several; asked anew each time it is shown, since they come and go. */
final class ReferencesEditor implements Editor {
    private final VBox node = Parts.column(8);
    private final Map<String, ToggleButton> rows = new LinkedHashMap<>();

    ReferencesEditor(Words words, String id, List<Place> all, Consumer<Value> write) {
        for (int i = 0; i < all.size(); i++) {
            ToggleButton row = Parts.choice(all.get(i).name(), true);
            row.setId(id + "." + (i + 1));
            row.setOnAction(event -> write.accept(Value.choices(chosen())));
            rows.put(all.get(i).code(), row);
            node.getChildren().add(row);
        }
        if (all.isEmpty()) {
            node.getChildren().add(Parts.quiet(words.of("references.none")));
        }
    }

    private List<String> chosen() {
        return rows.entrySet().stream()
                .filter(row -> row.getValue().isSelected())
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void show(Optional<Value> value) {
        List<String> codes = value.map(Value::asChoices).orElse(List.of());
        rows.forEach((code, row) -> row.setSelected(codes.contains(code)));
    }
}
