package org.umbral.phone.screen.shell;

import java.util.Arrays;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;

/** Equal halves or thirds beside each other; one below the other where a word would not fit its part. */
final class Beside extends Pane {
    private static final double GAP = 8;

    Beside(Node... nodes) {
        getChildren().setAll(nodes);
        getStyleClass().add("beside");
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double inside = width < 0 ? computePrefWidth(-1) : width;
        double each = each(inside);
        var heights = getManagedChildren().stream().mapToDouble(node -> high(node, each));
        return each < inside
                ? heights.max().orElse(0)
                : heights.sum() + GAP * Math.max(0, getManagedChildren().size() - 1);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        double each = each(getWidth());
        boolean side = each < getWidth();
        double at = 0;
        for (Node node : getManagedChildren()) {
            double height = side ? getHeight() : high(node, each);
            node.resizeRelocate(side ? at : 0, side ? 0 : at, each, height);
            at += (side ? each : height) + GAP;
        }
    }

    private static double high(Node node, double width) {
        return Math.max(node.minHeight(width), node.prefHeight(width));
    }

    /** The width of each: the whole where they stand below each other. */
    private double each(double width) {
        List<Node> nodes = getManagedChildren();
        int count = Math.max(1, nodes.size());
        double part = Math.floor((width - GAP * (count - 1)) / count);
        boolean fits = nodes.stream().allMatch(node -> !(node instanceof Labeled labeled) || needs(labeled) <= part);
        return fits ? part : width;
    }

    /** Its longest word, and all that is around its words. */
    private static double needs(Labeled labeled) {
        String text = labeled.getText() == null ? "" : labeled.getText();
        Node graphic = labeled.getGraphic();
        double beside = graphic == null ? 0 : graphic.prefWidth(-1) + labeled.getGraphicTextGap();
        return labeled.snappedLeftInset()
                + labeled.snappedRightInset()
                + beside
                + Arrays.stream(text.split("\\s+"))
                        .mapToDouble(word -> wide(word, labeled))
                        .max()
                        .orElse(0);
    }

    private static double wide(String text, Labeled labeled) {
        Text measure = new Text(text);
        measure.setFont(labeled.getFont());
        return Math.ceil(measure.getLayoutBounds().getWidth());
    }
}
