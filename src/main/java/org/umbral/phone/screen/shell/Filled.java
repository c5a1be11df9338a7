package org.umbral.phone.screen.shell;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** A row whose one part grows; one below the other where the least of each does not fit. */
final class Filled extends Pane {
    private static final double GAP = 8;

    private final Node growing;

    Filled(Node growing, Node... nodes) {
        this.growing = growing;
        getChildren().setAll(nodes);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private double least() {
        List<Node> nodes = getManagedChildren();
        return nodes.stream().mapToDouble(node -> node.minWidth(-1)).sum() + GAP * Math.max(0, nodes.size() - 1);
    }

    private static double high(Node node, double width) {
        return Math.max(node.minHeight(width), node.prefHeight(width));
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return least();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        List<Node> nodes = getManagedChildren();
        boolean side = width < 0 || least() <= width;
        var heights = nodes.stream().mapToDouble(node -> high(node, side ? -1 : width));
        return side ? heights.max().orElse(0) : heights.sum() + GAP * Math.max(0, nodes.size() - 1);
    }

    @Override
    protected void layoutChildren() {
        double spare = getWidth() - least();
        double at = 0;
        for (Node node : getManagedChildren()) {
            double width = spare < 0 ? getWidth() : node.minWidth(-1) + (node == growing ? spare : 0);
            double height = spare < 0 ? high(node, width) : getHeight();
            node.resizeRelocate(spare < 0 ? 0 : at, spare < 0 ? at : 0, width, height);
            at += (spare < 0 ? height : width) + GAP;
        }
    }
}
