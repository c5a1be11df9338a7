package org.umbral.phone.screen.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import org.umbral.phone.screen.words.Direction;

/**
 * Breaks lines that run from the right itself: where JavaFX breaks such a line on Linux, it draws the whole of it and its
 * rest once more. Text that runs from the left is left to JavaFX.
 */
final class Lines {
    private static final Pattern SPACE = Pattern.compile("[ \n]+");

    private final Labeled labeled;
    private String whole;
    private boolean breaking;

    private Lines(Labeled labeled) {
        this.labeled = labeled;
        this.whole = labeled.getText() == null ? "" : labeled.getText();
    }

    static <T extends Labeled> T of(T labeled) {
        Lines lines = new Lines(labeled);
        labeled.textProperty().addListener(property -> lines.said());
        labeled.widthProperty().addListener(property -> lines.fit());
        labeled.fontProperty().addListener(property -> lines.fit());
        return labeled;
    }

    private void said() {
        if (!breaking) {
            whole = labeled.getText() == null ? "" : labeled.getText();
            fit();
        }
    }

    private void fit() {
        double room = room();
        if (room <= 0 || labeled.textProperty().isBound() || !Direction.hasRightToLeft(whole)) {
            return;
        }
        String broken = broken(room);
        if (!broken.equals(labeled.getText())) {
            breaking = true;
            labeled.setText(broken);
            breaking = false;
            // The width comes in the middle of a layout, which would forget that the height is another now.
            Platform.runLater(labeled::requestLayout);
        }
    }

    private double room() {
        Node graphic = labeled.getGraphic();
        double beside = graphic == null ? 0 : graphic.getLayoutBounds().getWidth() + labeled.getGraphicTextGap();
        return labeled.getWidth() - labeled.snappedLeftInset() - labeled.snappedRightInset() - beside;
    }

    private String broken(double room) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : SPACE.split(whole)) {
            if (line.length() > 0 && wide(line + " " + word) > room) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return String.join("\n", lines);
    }

    private double wide(String text) {
        Text measure = new Text(text);
        measure.setFont(labeled.getFont());
        return Math.ceil(measure.getLayoutBounds().getWidth());
    }
}
