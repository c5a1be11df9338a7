package org.umbral.phone.screen.shell;

import java.util.Optional;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Parent;

/** The first control of a part of a screen that can have the keyboard. UI thread. */
public final class FirstControl {
    private FirstControl() {}

    public static Optional<Node> in(Node node) {
        return in(node, any -> true);
    }

    static Optional<Node> in(Node node, Predicate<Node> which) {
        if (!node.isVisible() || node.isDisabled()) {
            return Optional.empty();
        }
        if (node.isFocusTraversable() && which.test(node)) {
            return Optional.of(node);
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .map(child -> in(child, which))
                        .flatMap(Optional::stream)
                        .findFirst()
                : Optional.empty();
    }
}
