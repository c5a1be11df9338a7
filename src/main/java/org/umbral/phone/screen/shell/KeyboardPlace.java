package org.umbral.phone.screen.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.animation.AnimationTimer;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TextInputControl;
import org.jspecify.annotations.Nullable;

/**
 * Where the keyboard stays when what had it is taken away or shut, such as a button that its own press replaced: what came in
 * its place has it, and the page does not move. JavaFX would look for something at the next frame and scroll there, while
 * the next finger is on its way down, which then meets something else. UI thread.
 */
final class KeyboardPlace {
    private final Parent root;
    private final Parent screens;
    private final InvalidationListener check = property -> check();
    /** Before the next frame, which begins with timers; not while the children are being changed that are asked for. */
    private final AnimationTimer beforeTheFrame = new AnimationTimer() {
        @Override
        public void handle(long now) {
            stop();
            handOn();
        }
    };

    private List<Step> path = List.of();
    private @Nullable Node owner;

    /** One parent above the owner, and at which of its children the path goes on. */
    private record Step(Parent parent, int child) {}

    /** @param screens holds one screen after the other */
    KeyboardPlace(Parent root, Parent screens) {
        this.root = root;
        this.screens = screens;
        root.sceneProperty().addListener((property, before, scene) -> {
            if (scene != null) {
                scene.focusOwnerProperty().addListener((focus, was, is) -> watch(is));
                watch(scene.getFocusOwner());
            }
        });
    }

    /** Keeps nothing of the screens. */
    void close() {
        beforeTheFrame.stop();
        watch(null);
    }

    private void watch(@Nullable Node now) {
        if (owner != null) {
            owner.sceneProperty().removeListener(check);
            owner.disabledProperty().removeListener(check);
        }
        owner = now;
        path = List.of();
        if (now != null) {
            path = above(now);
            now.sceneProperty().addListener(check);
            now.disabledProperty().addListener(check);
        }
    }

    /** Within one screen or sheet. */
    private List<Step> above(Node node) {
        List<Step> found = new ArrayList<>();
        Node at = node;
        for (Parent parent = at.getParent(); parent != null && parent != screens && parent != root; ) {
            found.add(new Step(parent, parent.getChildrenUnmodifiable().indexOf(at)));
            at = parent;
            parent = at.getParent();
        }
        return found;
    }

    private void check() {
        if (owner != null && isGone(owner)) {
            beforeTheFrame.start();
        }
    }

    private static boolean isGone(Node node) {
        return node.getScene() == null || node.isDisabled();
    }

    private void handOn() {
        Node gone = owner;
        if (gone == null || !isGone(gone)) {
            return;
        }
        boolean mayType = gone instanceof TextInputControl;
        List<Step> left = path.stream().filter(step -> !isGone(step.parent())).toList();
        left.stream()
                .map(step -> instead(step, mayType))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> left.stream().map(step -> (Node) step.parent()).findFirst())
                .orElse(screens)
                .requestFocus();
    }

    /**
     * What stands there now, else after it, else before it.
     *
     * @param mayType otherwise no field of text: the phone's own keyboard does not jump up by itself
     */
    private static Optional<Node> instead(Step step, boolean mayType) {
        List<Node> children = step.parent().getChildrenUnmodifiable();
        int from = Math.max(0, Math.min(step.child(), children.size()));
        return IntStream.concat(
                        IntStream.range(from, children.size()),
                        IntStream.iterate(from - 1, before -> before >= 0, before -> before - 1))
                .mapToObj(children::get)
                .map(child -> FirstControl.in(child, control -> mayType || !(control instanceof TextInputControl)))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
