package org.umbral.phone.screen.shell;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** One sentence at a time over the screen, above its bottom buttons and never over them. */
final class Toasts extends Pane {
    private static final Duration SHOWN = Duration.seconds(6);
    private static final double BESIDE = 12;

    private final Node screen;
    private final PauseTransition end = new PauseTransition(SHOWN);

    /** @param screen holds the screen, whose {@code .bottom} stays free */
    Toasts(Node screen) {
        this.screen = screen;
        setPickOnBounds(false);
        end.setOnFinished(event -> getChildren().clear());
    }

    void say(String text, @Nullable String action, Runnable run) {
        Label label = Parts.body(text);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        HBox bar = new HBox(12, label);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("toast");
        bar.setAccessibleRole(AccessibleRole.TEXT);
        bar.setAccessibleText(text);
        if (action != null) {
            Button button = Parts.link(action, () -> {
                getChildren().clear();
                run.run();
            });
            button.setMinWidth(Region.USE_PREF_SIZE);
            bar.getChildren().add(button);
        }
        getChildren().setAll(bar);
        toFront();
        end.playFromStart();
    }

    void close() {
        end.stop();
        getChildren().clear();
    }

    @Override
    protected void layoutChildren() {
        Node bottom = screen.lookup(".bottom");
        double free = bottom instanceof Region region && region.getScene() != null ? region.getHeight() : 0;
        for (Node bar : getChildren()) {
            double width = getWidth() - 2 * BESIDE;
            double height = bar.prefHeight(width);
            bar.resizeRelocate(BESIDE, getHeight() - free - BESIDE - height, width, height);
        }
    }
}
