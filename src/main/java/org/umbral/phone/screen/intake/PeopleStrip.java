package org.umbral.phone.screen.intake;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import org.kordamp.ikonli.material2.Material2MZ;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.shared.casefile.ItemId;

/** Everybody in the case by name, the one who is asked about marked; nothing while there is only one. */
final class PeopleStrip {
    private static final int NAME = 16;

    /** What is shown: who, in which words, and whether they are open. */
    private record Chip(ItemId person, String name, boolean open) {}

    private final IntakeModel model;
    private final Consumer<ItemId> open;
    private final Chips node = new Chips();
    private List<Chip> shown = List.of();

    PeopleStrip(IntakeModel model, Consumer<ItemId> open) {
        this.model = model;
        this.open = open;
        node.setId("people");
        refresh();
    }

    Node node() {
        return node;
    }

    void refresh() {
        List<ItemId> people = model.people();
        Parts.hide(node, people.size() < 2);
        if (people.size() < 2) {
            return;
        }
        Optional<ItemId> now = model.person();
        List<Chip> chips = people.stream()
                .map(person -> new Chip(
                        person,
                        Summaries.shortened(model.nameOf(person), NAME),
                        now.filter(person::equals).isPresent()))
                .toList();
        if (!chips.equals(shown)) {
            shown = chips;
            node.show(chips.stream().map(this::chip).toList());
        }
    }

    private ToggleButton chip(Chip chip) {
        ToggleButton button = new ToggleButton(chip.name());
        button.getStyleClass().add("chip");
        button.setId("person-" + (shown.indexOf(chip) + 1));
        button.setAccessibleText(model.nameOf(chip.person()));
        button.setSelected(chip.open());
        button.setGraphic(chip.open() ? Parts.icon(Material2MZ.PERSON) : null);
        button.setOnAction(event -> {
            button.setSelected(true);
            open.accept(chip.person());
        });
        return button;
    }
}
