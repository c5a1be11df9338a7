package org.umbral.phone.screen.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** A stack of screens with a sheet from the bottom and a toast over it. Thrown away whole when the phone locks. */
public final class Shell {
    private static final Duration TOAST = Duration.seconds(6);

    private final StackPane root = new StackPane();
    private final StackPane place = new StackPane();
    private final Deque<Screen> stack = new ArrayDeque<>();
    private final Runnable lock;
    private @Nullable Node sheet;
    private @Nullable Node toast;
    private @Nullable PauseTransition toastEnds;

    /** @param lock what the lock button does */
    public Shell(Runnable lock) {
        this.lock = lock;
        root.getStyleClass().addAll("umbral", "ground");
        root.getChildren().add(place);
    }

    public Parent root() {
        return root;
    }

    public void lock() {
        lock.run();
    }

    /** Takes every screen away and shows this one. */
    public void only(Screen screen) {
        leaveTop();
        stack.clear();
        stack.push(screen);
        show();
    }

    public void push(Screen screen) {
        leaveTop();
        stack.push(screen);
        show();
    }

    /** Back to the screen below; nothing happens on the last. */
    public void back() {
        if (stack.size() > 1) {
            leaveTop();
            stack.pop();
            show();
        }
    }

    /** What was typed is handed over, as before leaving. */
    public void leaveTop() {
        closeSheet();
        if (!stack.isEmpty()) {
            stack.element().leaving();
        }
    }

    /** Lets everything go: no running clock keeps a screen that was left. */
    public void close() {
        if (toastEnds != null) {
            toastEnds.stop();
        }
        stack.clear();
        root.getChildren().clear();
        place.getChildren().clear();
    }

    public void refresh() {
        if (!stack.isEmpty()) {
            stack.element().refresh();
        }
    }

    /** The same after a change from elsewhere, but not under a sheet that somebody reads. */
    public void refreshQuietly() {
        if (sheet == null) {
            refresh();
        }
    }

    public void tick() {
        if (!stack.isEmpty()) {
            stack.element().tick();
        }
    }

    private void show() {
        place.getChildren().setAll(stack.element().node());
        // Nothing looks chosen on a new screen; a screen that wants the keyboard asks for it.
        place.requestFocus();
        stack.element().refresh();
    }

    /** Shows a sheet from the bottom; a tap beside it closes it. */
    public void sheet(String title, Node... content) {
        closeSheet();
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
                closeSheet();
            }
        });
        sheet = shade;
        root.getChildren().add(shade);
    }

    /** Fills the screen below the top with one node, such as a list to choose from. */
    public void tallSheet(Node content) {
        closeSheet();
        StackPane all = new StackPane(content);
        all.getStyleClass().addAll("ground", "tall-sheet");
        sheet = all;
        root.getChildren().add(all);
    }

    public void closeSheet() {
        root.getChildren().remove(sheet);
        sheet = null;
    }

    public void toast(String text) {
        toast(text, null, () -> {});
    }

    /** A sentence at the bottom for six seconds, with one thing to do about it. */
    public void toast(String text, @Nullable String action, Runnable run) {
        root.getChildren().remove(toast);
        Label label = Parts.body(text);
        HBox.setHgrow(label, Priority.ALWAYS);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox bar = new HBox(12, label);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("toast");
        bar.setMaxHeight(Region.USE_PREF_SIZE);
        if (action != null) {
            Button button = Parts.link(action, () -> {
                root.getChildren().remove(bar);
                run.run();
            });
            button.setMinWidth(Region.USE_PREF_SIZE);
            bar.getChildren().add(button);
        }
        StackPane.setAlignment(bar, Pos.BOTTOM_CENTER);
        toast = bar;
        root.getChildren().add(bar);
        PauseTransition pause = new PauseTransition(TOAST);
        toastEnds = pause;
        pause.setOnFinished(event -> root.getChildren().remove(bar));
        pause.play();
    }
}
