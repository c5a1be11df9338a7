package org.umbral.phone.screen.cross;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.umbral.phone.screen.shell.Parts;

/**
 * Does something only after it was held for a second and a half, by finger, Enter or space, with its progress in sight; a
 * short press does nothing. A screen reader, which cannot hold, fires it at once.
 */
final class HoldButton {
    static final Duration HELD = Duration.millis(1500);

    private final VBox node;
    private final Button button;
    private final ProgressBar bar = new ProgressBar(0);
    private final String text;
    private final String holding;
    private final Timeline filling;

    HoldButton(String text, String holding, Runnable done) {
        this.text = text;
        this.holding = holding;
        button = Parts.primary(text, done);
        button.setId("hold");
        button.getStyleClass().add("danger-primary");
        bar.setMaxWidth(Double.MAX_VALUE);
        filling = new Timeline(new KeyFrame(HELD, new KeyValue(bar.progressProperty(), 1)));
        filling.setOnFinished(event -> done.run());
        // Only a screen reader reaches the button's own action: whatever a hand does is taken here.
        button.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            begin();
            event.consume();
        });
        button.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> {
            end();
            event.consume();
        });
        button.addEventFilter(MouseEvent.MOUSE_EXITED, event -> end());
        button.addEventFilter(KeyEvent.KEY_PRESSED, event -> key(event, true));
        button.addEventFilter(KeyEvent.KEY_RELEASED, event -> key(event, false));
        node = Parts.column(8, button, bar);
    }

    private void key(KeyEvent event, boolean pressed) {
        if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            if (pressed) {
                begin();
            } else {
                end();
            }
            event.consume();
        }
    }

    private void begin() {
        if (filling.getStatus() != Animation.Status.RUNNING) {
            button.requestFocus();
            button.setText(holding);
            filling.playFromStart();
        }
    }

    private void end() {
        if (filling.getStatus() == Animation.Status.RUNNING) {
            filling.stop();
            bar.setProgress(0);
            button.setText(text);
        }
    }

    VBox node() {
        return node;
    }
}
