package org.umbral.phone.screen.shell;

import javafx.scene.control.Label;
import javafx.scene.text.Text;

/** Words that wrap to two lines at most; dots end what is longer. */
final class TwoLines extends Label {
    @Override
    protected double computePrefHeight(double width) {
        return Math.min(super.computePrefHeight(width), most());
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    private double most() {
        Text lines = new Text("X\nX");
        lines.setFont(getFont());
        return Math.ceil(lines.getLayoutBounds().getHeight()) + snappedTopInset() + snappedBottomInset();
    }
}
