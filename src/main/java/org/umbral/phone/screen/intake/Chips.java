package org.umbral.phone.screen.intake;

import java.util.List;
import javafx.scene.control.ButtonBase;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;

/** Short answers beside each other, in as many rows as they need; in the largest words one is as wide as the page. */
final class Chips extends FlowPane {
    private static final double GAP = 8;

    Chips() {
        super(GAP, GAP);
        // Never the reason that a page is wider than the screen: a chip that is too wide wraps.
        setMinWidth(0);
    }

    void show(List<? extends ButtonBase> chips) {
        chips.forEach(this::fit);
        getChildren().setAll(chips);
    }

    private void fit(ButtonBase chip) {
        chip.setWrapText(true);
        chip.setMinHeight(Region.USE_PREF_SIZE);
        chip.setMinWidth(0);
        chip.maxWidthProperty().bind(widthProperty());
    }
}
