package org.umbral.phone.screen.shell;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What lies over a screen until it is closed. */
final class Sheets {
    private Sheets() {}

    static Node fromBelow(String title, Runnable close, Node... content) {
        VBox box = Parts.column(12);
        box.getStyleClass().add("sheet");
        box.getChildren().add(Parts.section(title));
        box.getChildren().addAll(content);
        ScrollPane scroll = Parts.scroll(box);
        scroll.setMaxHeight(Region.USE_PREF_SIZE);
        scroll.getStyleClass().add("sheet-scroll");
        StackPane shade = new StackPane(scroll);
        shade.getStyleClass().add("shade");
        StackPane.setAlignment(scroll, Pos.BOTTOM_CENTER);
        shade.setOnMouseClicked(event -> {
            if (event.getTarget() == shade) {
                close.run();
            }
        });
        return shade;
    }

    static Node tall(Node content) {
        StackPane all = new StackPane(content);
        all.getStyleClass().addAll("ground", "tall-sheet");
        return all;
    }
}
