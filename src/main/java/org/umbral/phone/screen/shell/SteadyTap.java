package org.umbral.phone.screen.shell;

import javafx.beans.InvalidationListener;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * A tap does what the finger came down on, also where the page moved under it meanwhile, such as by news from the clinic:
 * JavaFX lets such a button go as if the finger had left it. A finger that moved itself scrolls and does nothing. UI thread.
 */
final class SteadyTap {
    /** In px: how far a finger that lies still may seem to move. */
    private static final double STILL = 10;

    private final InvalidationListener armed = property -> look();
    private @Nullable ButtonBase under;
    private Point2D from = Point2D.ZERO;
    private boolean took;

    SteadyTap(Parent root) {
        root.addEventFilter(MouseEvent.MOUSE_PRESSED, this::down);
        root.addEventFilter(MouseEvent.MOUSE_RELEASED, this::up);
    }

    private void down(MouseEvent event) {
        forget();
        ButtonBase button = buttonAt(event.getTarget());
        if (button != null) {
            under = button;
            from = new Point2D(event.getSceneX(), event.getSceneY());
            button.armedProperty().addListener(armed);
        }
    }

    private static @Nullable ButtonBase buttonAt(Object target) {
        for (Node at = target instanceof Node node ? node : null; at != null; at = at.getParent()) {
            if (at instanceof ButtonBase button) {
                return button;
            }
        }
        return null;
    }

    /** One that is held instead of tapped never takes the press. */
    private void look() {
        took |= under != null && under.isArmed();
    }

    /** Before the button itself: one that has the tap still does it itself. */
    private void up(MouseEvent event) {
        ButtonBase button = under;
        boolean lost = button != null && took && !button.isArmed();
        forget();
        if (button != null && lost && button.getScene() != null && !button.isDisabled() && isStill(event)) {
            button.fire();
        }
    }

    private boolean isStill(MouseEvent event) {
        return from.distance(event.getSceneX(), event.getSceneY()) <= STILL;
    }

    private void forget() {
        if (under != null) {
            under.armedProperty().removeListener(armed);
        }
        under = null;
        took = false;
    }
}
