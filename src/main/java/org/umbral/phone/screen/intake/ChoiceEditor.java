package org.umbral.phone.screen.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.phone.screen.words.Words;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.catalogue.Field;
import org.umbral.shared.catalogue.FieldType;

/** Rows to tap: the frequent ones first, the rest behind "more", which opens in place. */
final class ChoiceEditor implements Editor {
    private final boolean several;
    private final int most;
    private final Words words;
    private final Consumer<Value> write;
    private final Map<String, ToggleButton> rows = new LinkedHashMap<>();
    private final List<String> behind;
    private final VBox node = Parts.column(8);
    private final Button more;
    private final Label enough = Parts.text("", "doubt");

    ChoiceEditor(Words words, Field field, Consumer<Value> write) {
        this.words = words;
        this.write = write;
        this.several = field.type() == FieldType.CHOICES;
        this.most = several && field.max() != null ? field.max() : Integer.MAX_VALUE;
        List<String> first = field.frequent().isEmpty() ? field.choices() : field.frequent();
        this.behind =
                field.choices().stream().filter(code -> !first.contains(code)).toList();
        first.forEach(code -> add(field, code));
        behind.forEach(code -> add(field, code));
        more = Parts.withIcon(Parts.link(words.of("choices.more", behind.size()), this::open), Material2AL.EXPAND_MORE);
        more.setId("more-" + field.id());
        if (!behind.isEmpty()) {
            behind.forEach(code -> shown(code, false));
            node.getChildren().add(more);
        }
    }

    private void add(Field field, String code) {
        ToggleButton row = Parts.choice(words.choice(field.id(), code), several);
        row.setId(field.id() + "." + code);
        row.setOnAction(event -> tapped(code));
        rows.put(code, row);
        node.getChildren().add(row);
    }

    private void shown(String code, boolean visible) {
        ToggleButton row = rows.get(code);
        if (row != null) {
            row.setVisible(visible);
            row.setManaged(visible);
        }
    }

    private void open() {
        behind.forEach(code -> shown(code, true));
        node.getChildren().remove(more);
    }

    private void tapped(String code) {
        node.getChildren().remove(enough);
        if (!several) {
            // A choice is changed by choosing another; a second tap must not empty it by accident.
            select(List.of(code));
            write.accept(Value.text(code));
            return;
        }
        List<String> chosen = chosen();
        if (chosen.size() > most) {
            chosen.remove(code);
            select(chosen);
            enough.setText(words.of("choices.most", most));
            node.getChildren().add(enough);
        } else {
            write.accept(Value.choices(chosen));
        }
    }

    private List<String> chosen() {
        List<String> chosen = new ArrayList<>();
        rows.forEach((code, row) -> {
            if (row.isSelected()) {
                chosen.add(code);
            }
        });
        return chosen;
    }

    private void select(List<String> codes) {
        rows.forEach((code, row) -> row.setSelected(codes.contains(code)));
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void show(Optional<Value> value) {
        List<String> codes = value.map(Value::asChoices).orElse(List.of());
        select(codes);
        codes.stream().filter(behind::contains).forEach(code -> shown(code, true));
    }
}
