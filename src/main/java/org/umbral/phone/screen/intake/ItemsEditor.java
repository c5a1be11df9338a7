package org.umbral.phone.screen.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.phone.screen.words.Places.Place;
import org.umbral.phone.screen.words.Words;
import org.umbral.shared.casefile.Value;

/** Several items of the case, such as the people that a paper is about: a row for each, to tap. */
final class ItemsEditor implements Editor {
    private final Words words;
    private final String id;
    private final Supplier<List<Place>> items;
    private final Consumer<Value> write;
    private final Map<String, ToggleButton> rows = new LinkedHashMap<>();
    private final VBox node = Parts.column(8);

    ItemsEditor(Words words, String id, Supplier<List<Place>> items, Consumer<Value> write) {
        this.words = words;
        this.id = id;
        this.items = items;
        this.write = write;
        show(Optional.empty());
    }

    private void add(Place item) {
        ToggleButton row = Parts.choice(item.name(), true);
        row.setId(id + "." + (rows.size() + 1));
        row.setOnAction(event -> write.accept(Value.choices(rows.entrySet().stream()
                .filter(one -> one.getValue().isSelected())
                .map(Map.Entry::getKey)
                .toList())));
        rows.put(item.code(), row);
        node.getChildren().add(row);
    }

    @Override
    public Node node() {
        return node;
    }

    /** The items as they are now; one that was chosen and is gone stays chosen. */
    @Override
    public void show(Optional<Value> value) {
        rows.clear();
        node.getChildren().clear();
        items.get().forEach(this::add);
        List<String> chosen =
                value.filter(Value::isAnswer).map(Value::asChoices).orElse(List.of());
        chosen.stream()
                .filter(code -> !rows.containsKey(code))
                .forEach(code -> add(new Place(code, words.of("case.unnamed"))));
        rows.forEach((code, row) -> row.setSelected(chosen.contains(code)));
        if (rows.isEmpty()) {
            node.getChildren().add(Parts.quiet(words.of("references.none")));
        }
    }
}
