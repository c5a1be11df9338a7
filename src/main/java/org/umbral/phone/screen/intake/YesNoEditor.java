package org.umbral.phone.screen.intake;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.phone.screen.words.Words;
import org.umbral.shared.casefile.Value;

/** Yes, no, not known, beside each other; never preselected. */
final class YesNoEditor implements Editor {
    private static final List<String> CODES = List.of("YES", "NO", "UNKNOWN");

    private final List<ToggleButton> buttons;
    private final Region node;

    YesNoEditor(Words words, String field, Consumer<Value> write) {
        buttons = CODES.stream().map(code -> button(words, field, code)).toList();
        for (ToggleButton button : buttons) {
            button.setOnAction(event -> {
                String code = CODES.get(buttons.indexOf(button));
                show(Optional.of(Value.text(code)));
                write.accept(Value.text(code));
            });
        }
        node = Parts.beside(buttons.toArray(Node[]::new));
        buttons.get(2).setPrefWidth(40);
    }

    private static ToggleButton button(Words words, String field, String code) {
        ToggleButton button = Parts.choice(words.of("choice." + code), false);
        button.getStyleClass().add("short");
        button.setId(field + "." + code);
        return button;
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void show(Optional<Value> value) {
        String code = value.flatMap(Value::asText).orElse("");
        for (int i = 0; i < buttons.size(); i++) {
            buttons.get(i).setSelected(CODES.get(i).equals(code));
        }
    }
}
