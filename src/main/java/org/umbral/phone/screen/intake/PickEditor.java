package org.umbral.phone.screen.intake;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.kordamp.ikonli.material2.Material2AL;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.phone.screen.shell.PickList;
import org.umbral.phone.screen.shell.Shell;
import org.umbral.phone.screen.words.Places.Place;
import org.umbral.phone.screen.words.Words;
import org.umbral.shared.casefile.Value;

/** A country or a language, chosen from a list that can be searched. */
final class PickEditor implements Editor {
    private final List<Place> places;
    private final Button button;
    private final String title;
    private String choose;

    PickEditor(Shell shell, Words words, String title, String id, List<Place> places, Consumer<Value> write) {
        this.places = places;
        this.title = title;
        this.choose = words.of("pick.choose");
        this.button = new Button();
        button.getStyleClass().add("pick");
        button.setId(id);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setGraphic(Parts.icon(Material2AL.EXPAND_MORE));
        button.setOnAction(event -> PickList.open(shell, words, title, places, place -> {
            show(Optional.of(Value.text(place.code())));
            write.accept(Value.text(place.code()));
        }));
        show(Optional.empty());
    }

    /** What stands there while nothing is chosen. */
    void empty(String text) {
        choose = text;
        show(Optional.empty());
    }

    @Override
    public Node node() {
        return button;
    }

    @Override
    public void show(Optional<Value> value) {
        Optional<String> code = value.flatMap(Value::asText).filter(text -> !text.isBlank());
        button.setText(code.map(this::name).orElse(choose));
        button.setAccessibleText(title + ": " + button.getText());
        button.getStyleClass().remove("empty");
        if (code.isEmpty()) {
            button.getStyleClass().add("empty");
        }
    }

    private String name(String code) {
        return places.stream()
                .filter(place -> place.code().equals(code))
                .map(Place::name)
                .findFirst()
                .orElse(code);
    }
}
