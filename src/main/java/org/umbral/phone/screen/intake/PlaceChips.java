package org.umbral.phone.screen.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.phone.screen.words.Words;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.catalogue.Field;

/** A person's place in the family, one tap of a few. Nothing is chosen before somebody says so. */
final class PlaceChips implements Editor {
    static final String FIELD = "CAS-08";
    private static final String FIRST = "PRINCIPAL";

    private final Chips node = new Chips();
    private final List<ToggleButton> chips = new ArrayList<>();
    private final Field field;

    /** @param first whether this is the person whom the case is about: nobody else is offered that place */
    PlaceChips(Words words, Field field, boolean first, Consumer<Value> write) {
        this.field = field;
        for (String code : field.choices()) {
            if (code.equals(FIRST) && !first) {
                continue;
            }
            ToggleButton chip = new ToggleButton(words.choice(field.id(), code));
            chip.getStyleClass().add("chip");
            chip.setId(field.id() + "." + code);
            chip.setOnAction(event -> {
                select(code);
                write.accept(Value.text(code));
            });
            chips.add(chip);
        }
        node.show(chips);
    }

    private void select(String code) {
        for (ToggleButton chip : chips) {
            boolean chosen = (field.id() + "." + code).equals(chip.getId());
            chip.setSelected(chosen);
            chip.setGraphic(chosen ? Parts.icon(org.kordamp.ikonli.material2.Material2AL.CHECK) : null);
        }
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void show(Optional<Value> value) {
        select(value.flatMap(Value::asText).orElse(""));
    }
}
