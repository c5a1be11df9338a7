package org.umbral.phone.screen.shell;

import javafx.geometry.Orientation;
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
        ScrollPane scroll = new AsHighAsItsWords(box);
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

    /** A scroll pane asks its content for the height of one long line; this one for that of the lines it will have. */
    private static final class AsHighAsItsWords extends ScrollPane {
        private final Region words;

        AsHighAsItsWords(Region words) {
            super(words);
            this.words = words;
            Parts.scrolls(this);
        }

        @Override
        public Orientation getContentBias() {
            return Orientation.HORIZONTAL;
        }

        @Override
        protected double computePrefHeight(double width) {
            return width < 0
                    ? super.computePrefHeight(width)
                    : snappedTopInset() + words.prefHeight(width) + snappedBottomInset();
        }
    }

    static Node tall(Node content) {
        StackPane all = new StackPane(content);
        all.getStyleClass().addAll("ground", "tall-sheet");
        return all;
    }
}
