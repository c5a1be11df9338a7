package org.umbral.phone.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;

/** What is wrong with how a screen fits: clipped words, small targets, things over each other, controls without a name. */
record Fit(String screen, Scene scene) {
    private static final double TARGET = 48;
    private static final double SPACE = 0.27;
    private static final double HAIR = 0.6;
    private static final double LEAST_TO_READ = 150;

    List<String> faults() {
        List<String> faults = new ArrayList<>();
        settle(scene);
        for (Node node : scene.getRoot().lookupAll("*")) {
            if (Hand.isShown(node)) {
                fault(node).ifPresent(fault -> faults.add(screen + ": " + fault + ": " + named(node)));
            }
        }
        return faults;
    }

    private Optional<String> fault(Node node) {
        Bounds at = node.localToScene(node.getLayoutBounds());
        if (node instanceof Labeled labeled && clip(labeled).isPresent()) {
            return clip(labeled);
        }
        if (node instanceof TextInputControl input && isPromptClipped(input)) {
            return Optional.of("clipped prompt");
        }
        if (isDrawnApart(node) && !node.lookupAll(".text").isEmpty()) {
            return Optional.of("leaves a picture of its text");
        }
        if (isTarget(node) && (at.getHeight() < TARGET - HAIR || at.getWidth() < TARGET - HAIR)) {
            return Optional.of("small target " + at.getWidth() + "×" + at.getHeight());
        }
        if ((isTarget(node) || node instanceof Labeled)
                && (at.getMaxX() > scene.getWidth() + HAIR || at.getMinX() < -HAIR)) {
            return Optional.of("beyond the edge " + at.getMinX() + " to " + at.getMaxX());
        }
        if (isTarget(node) && isNameless(node)) {
            return Optional.of("no name for a screen reader");
        }
        if (node instanceof ScrollPane scroll
                && scroll.getStyleClass().contains("page-scroll")
                && !scroll.getStyleClass().contains("sheet-scroll")
                && at.getHeight() < LEAST_TO_READ) {
            return Optional.of("hardly anything left to read " + at.getHeight());
        }
        return node instanceof Parent parent ? overlap(parent) : Optional.empty();
    }

    /** A scroll bar that comes takes its width in a second round. */
    static void settle(Scene scene) {
        for (int i = 0; i < 3; i++) {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        }
    }

    static boolean isTarget(Node node) {
        return node instanceof ButtonBase
                || node instanceof TextInputControl
                || node.getStyleClass().contains("tappable");
    }

    private static boolean isNameless(Node node) {
        if (node.getAccessibleRole() == null) {
            return true;
        }
        if (node.getAccessibleText() != null && !node.getAccessibleText().isBlank()) {
            return false;
        }
        if (node instanceof Labeled labeled
                && labeled.getText() != null
                && !labeled.getText().isBlank()) {
            return false;
        }
        return node.getScene().getRoot().lookupAll(".label").stream()
                .noneMatch(label -> label instanceof Label one && one.getLabelFor() == node);
    }

    /** JavaFX draws it to a picture first, which stays in a pool when the scene is long gone. */
    private static boolean isDrawnApart(Node node) {
        return node.isCache() || node.getEffect() != null || node.getOpacity() < 1;
    }

    private static Optional<String> clip(Labeled labeled) {
        String full = labeled.getText();
        if (full == null || full.isBlank() || labeled.getWidth() == 0) {
            return Optional.empty();
        }
        for (Node child : labeled.getChildrenUnmodifiable()) {
            if (child != labeled.getGraphic() && child instanceof Text text) {
                Bounds words = text.getBoundsInParent();
                if (!plain(text.getText()).equals(plain(full))) {
                    return Optional.of("ends in dots, " + text.getText());
                }
                // A line may end in a space that stands over the edge.
                double space = labeled.getFont().getSize() * SPACE + HAIR;
                boolean inside = words.getMinX() >= -space
                        && words.getMaxX() <= labeled.getWidth() + space
                        && words.getMinY() >= -HAIR
                        && words.getMaxY() <= labeled.getHeight() + HAIR;
                return inside
                        ? Optional.empty()
                        : Optional.of("words x " + words.getMinX() + " to " + words.getMaxX() + ", y "
                                + words.getMinY() + " to " + words.getMaxY() + " in " + labeled.getWidth() + "×"
                                + labeled.getHeight());
            }
        }
        return Optional.empty();
    }

    private static boolean isPromptClipped(TextInputControl input) {
        if (input.getPromptText() == null
                || input.getPromptText().isBlank()
                || !input.getText().isEmpty()) {
            return false;
        }
        Text prompt = new Text(input.getPromptText());
        prompt.setFont(input.getFont());
        boolean oneLine = input instanceof javafx.scene.control.TextField;
        double room = input.getWidth()
                - input.getInsets().getLeft()
                - input.getInsets().getRight();
        return oneLine && prompt.getLayoutBounds().getWidth() > room + HAIR;
    }

    /** Only a stack lays things over each other. */
    private static Optional<String> overlap(Parent parent) {
        if (parent instanceof StackPane || parent instanceof javafx.scene.control.Control) {
            return Optional.empty();
        }
        List<Node> shown = parent.getChildrenUnmodifiable().stream()
                .filter(node -> node.isVisible() && node.isManaged())
                // A list keeps cells without a row for later; they show nothing.
                .filter(node -> !(node instanceof IndexedCell<?> cell && cell.isEmpty()))
                .toList();
        for (int i = 0; i < shown.size(); i++) {
            for (int j = i + 1; j < shown.size(); j++) {
                if (cross(shown.get(i).getBoundsInParent(), shown.get(j).getBoundsInParent())) {
                    return Optional.of("over each other " + named(shown.get(i)) + " and " + named(shown.get(j)));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean cross(Bounds one, Bounds other) {
        double width = Math.min(one.getMaxX(), other.getMaxX()) - Math.max(one.getMinX(), other.getMinX());
        double height = Math.min(one.getMaxY(), other.getMaxY()) - Math.max(one.getMinY(), other.getMinY());
        return width > 2 && height > 2;
    }

    private static String named(Node node) {
        String text = node instanceof Labeled labeled ? " “" + labeled.getText() + "”" : "";
        return node.getClass().getSimpleName()
                + (node.getId() == null ? "" : "#" + node.getId())
                + node.getStyleClass()
                + text;
    }

    private static String plain(String text) {
        return text.replaceAll("\\s+", "");
    }
}
