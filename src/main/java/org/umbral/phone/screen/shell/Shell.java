package org.umbral.phone.screen.shell;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** A stack of screens with a sheet from the bottom and a toast over it. Thrown away whole when the phone locks. */
public final class Shell {
    private final StackPane root = new StackPane();
    private final StackPane place = new StackPane();
    private final Deque<Screen> stack = new ArrayDeque<>();
    private final Runnable lock;
    private final boolean mayLock;
    private final Runnable settings;
    private final Toasts toasts = new Toasts(place);
    private final KeyboardPlace keyboard;
    private @Nullable Node sheet;
    private @Nullable Node focusedBefore;

    /**
     * @param lock what the lock button does, where there is one
     * @param settings opens language, size of the words and contrast
     */
    public Shell(Optional<Runnable> lock, Runnable settings) {
        this.settings = settings;
        this.mayLock = lock.isPresent();
        this.lock = lock.orElse(() -> {});
        root.getStyleClass().addAll("umbral", "ground");
        place.getStyleClass().add("place");
        root.getChildren().addAll(place, toasts);
        keyboard = new KeyboardPlace(root, place);
        new SteadyTap(root);
        root.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && escape()) {
                event.consume();
            } else if (event.getCode() == KeyCode.TAB && event.getTarget() instanceof TextArea area) {
                leave(area, event);
            }
        });
    }

    public Parent root() {
        return root;
    }

    /** Whether there is something to lock: not before the vault is open. */
    public boolean mayLock() {
        return mayLock;
    }

    public void lock() {
        lock.run();
    }

    /** Language, size of the words and contrast. */
    public void settings() {
        settings.run();
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

    /** Makes every screen anew, each where it was, because the words changed. What was typed is handed over first. */
    public void again() {
        leaveTop();
        Node focused = root.getScene() == null ? null : root.getScene().getFocusOwner();
        List<Screen> upwards = new ArrayList<>(stack);
        Collections.reverse(upwards);
        stack.clear();
        upwards.forEach(screen -> stack.push(screen.again()));
        show();
        if (focused != null && focused.getId() != null) {
            // What stands in a scroll pane is found only once it has its skin; ids with dots only by comparing them.
            root.applyCss();
            place.lookupAll("*").stream()
                    .filter(node -> focused.getId().equals(node.getId()))
                    .findFirst()
                    .ifPresent(Node::requestFocus);
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
        toasts.close();
        keyboard.close();
        stack.clear();
        root.getChildren().clear();
        place.getChildren().clear();
        sheet = null;
        focusedBefore = null;
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
        toasts.requestLayout();
        // Nothing looks chosen on a new screen; a screen that wants the keyboard asks for it.
        place.requestFocus();
        stack.element().refresh();
    }

    /** Closes a sheet, or goes back; a phone's own back button is this key. */
    private boolean escape() {
        if (sheet != null) {
            closeSheet();
            return true;
        }
        boolean mayGo = place.lookup("#back") instanceof Button back && !back.isDisabled();
        if (mayGo && place.lookup("#back") instanceof Button back) {
            back.fire();
        }
        return mayGo;
    }

    /** In a text of several lines, too, the key leads on and is no character. */
    private static void leave(TextArea area, KeyEvent event) {
        if (!event.isControlDown()) {
            event.consume();
            area.fireEvent(
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.TAB, event.isShiftDown(), true, false, false));
        }
    }

    /** Shows a sheet from the bottom; a tap beside it closes it. */
    public void sheet(String title, Node... content) {
        cover(Sheets.fromBelow(title, this::closeSheet, content));
    }

    /** Fills the screen below the top with one node, such as a list to choose from. */
    public void tallSheet(Node content) {
        cover(Sheets.tall(content));
    }

    /** The keyboard and a screen reader stay in the sheet while it is open. */
    private void cover(Node made) {
        closeSheet();
        focusedBefore = root.getScene() == null ? null : root.getScene().getFocusOwner();
        sheet = made;
        root.getChildren().add(made);
        place.setDisable(true);
        made.requestFocus();
    }

    public void closeSheet() {
        if (sheet == null) {
            return;
        }
        root.getChildren().remove(sheet);
        sheet = null;
        place.setDisable(false);
        Node before = focusedBefore;
        focusedBefore = null;
        if (before != null && before.getScene() != null) {
            before.requestFocus();
        }
    }

    public void toast(String text) {
        toast(text, null, () -> {});
    }

    /** A sentence above the bottom button for six seconds, with one thing to do about it. */
    public void toast(String text, @Nullable String action, Runnable run) {
        toasts.say(text, action, run);
    }
}
