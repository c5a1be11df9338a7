package org.umbral.phone.screen.intake;

import javafx.application.Platform;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.umbral.phone.screen.shell.FirstControl;

/** Keyboard and scrolling in a step. */
final class Keys {
    private static final double ABOVE = 56;

    private Keys() {}

    /** Enter in a field of one line goes to the next field, as the tabulator does. */
    static void enterGoesOn(Node body) {
        body.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && event.getTarget() instanceof TextField field) {
                event.consume();
                Event.fireEvent(
                        field, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.TAB, false, false, false, false));
            }
        });
    }

    /** Scrolls until a field stands near the top, once it has its place, and gives its first control the keyboard. */
    static void look(ScrollPane scroll, Node node) {
        Platform.runLater(() -> {
            if (scroll.getScene() == null) {
                return;
            }
            // What stands in a scroll pane has no place before it was laid out once.
            scroll.getScene().getRoot().applyCss();
            scroll.getScene().getRoot().layout();
            if (node.getScene() == null) {
                return;
            }
            Bounds inside = scroll.getContent().sceneToLocal(node.localToScene(node.getBoundsInLocal()));
            double room = scroll.getContent().getBoundsInLocal().getHeight()
                    - scroll.getViewportBounds().getHeight();
            scroll.setVvalue(room <= 0 ? 0 : Math.max(0, Math.min(1, (inside.getMinY() - ABOVE) / room)));
            FirstControl.in(node).ifPresent(Node::requestFocus);
        });
    }
}
