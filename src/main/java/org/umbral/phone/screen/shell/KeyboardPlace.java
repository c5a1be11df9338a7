package org.umbral.phone.screen.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import org.jspecify.annotations.Nullable;

/**
 * Where the keyboard stays when what had it is taken away or shut, such as a button that its own press replaced: what came in
 * its place has it, and the page does not move. JavaFX would look for something at the next frame and scroll there, while the
 * next finger is on its way down, which then meets something else. UI thread.
 */
final class KeyboardPlace {
    private final Node whole;
    private final InvalidationListener check = property -> leave();
    private List<Step> path = List.of();
    private @Nullable Node owner;

    /** One parent above the owner, and at which of its children the path goes on. */
    private record Step(Parent parent, int child) {}

    /** @param whole what holds one screen after the other: where a screen replaces another, nothing on it looks chosen */
    KeyboardPlace(Parent root, Node whole) {
        this.whole = whole;
        root.sceneProperty().addListener((property, before, scene) -> {
            if (scene != null) {
                scene.focusOwnerProperty().addListener((focus, was, is) -> watch(is));
                watch(scene.getFocusOwner());
            }
        });
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

    private static List<Step> above(Node node) {
        List<Step> path = new ArrayList<>();
        Node at = node;
        for (Parent parent = at.getParent(); parent != null; parent = at.getParent()) {
            path.add(new Step(parent, parent.getChildrenUnmodifiable().indexOf(at)));
            at = parent;
        }
        return path;
    }

    /** At once to what is left, so that the next frame looks for nothing; to what came instead once it is there. */
    private void leave() {
        Node gone = owner;
        if (gone == null || gone.getScene() != null && !gone.isDisabled()) {
            return;
        }
        List<Step> left = path.stream()
                .filter(step ->
                        step.parent().getScene() != null && !step.parent().isDisabled())
                .toList();
        if (!left.isEmpty()) {
            Parent holder = left.get(0).parent();
            holder.requestFocus();
            if (left.stream().anyMatch(step -> step.parent() == whole) && holder != whole) {
                Platform.runLater(() -> hand(left, holder, gone));
            }
        }
    }

    private static void hand(List<Step> left, Node holder, Node gone) {
        Scene scene = holder.getScene();
        if (scene != null && scene.getFocusOwner() == holder) {
            left.stream()
                    .map(step -> instead(step, gone))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .ifPresent(Node::requestFocus);
        }
    }

    /** What stands there now, else after it, else before it. */
    private static Optional<Node> instead(Step step, Node gone) {
        List<Node> children = step.parent().getChildrenUnmodifiable();
        int from = Math.max(0, Math.min(step.child(), children.size()));
        return IntStream.concat(
                        IntStream.range(from, children.size()),
                        IntStream.iterate(from - 1, before -> before >= 0, before -> before - 1))
                .mapToObj(children::get)
                .map(child -> first(child, gone instanceof TextInputControl))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** @param mayType otherwise no field of text: the phone's own keyboard does not jump up by itself */
    private static Optional<Node> first(Node node, boolean mayType) {
        if (!node.isVisible() || node.isDisabled()) {
            return Optional.empty();
        }
        if (node.isFocusTraversable() && (mayType || !(node instanceof TextInputControl))) {
            return Optional.of(node);
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .map(child -> first(child, mayType))
                        .flatMap(Optional::stream)
                        .findFirst()
                : Optional.empty();
    }
}
