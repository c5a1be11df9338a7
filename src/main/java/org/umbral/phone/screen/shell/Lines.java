package org.umbral.phone.screen.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import org.umbral.phone.screen.words.Direction;

/**
 * Breaks lines that run from the right itself: where JavaFX breaks such a line on Linux, it draws the whole of it and its
 * rest once more. Text that runs from the left is left to JavaFX.
 */
final class Lines {
    /** A word with all that stands between marks in it, spaces too. */
    private static final Pattern WORD = Pattern.compile("(\u200E[^\u200E]*\u200E|[^ ]|\u200E)+");

    /** A number, a size, a code between marks, which stays on one line where it fits. */
    private static final Pattern NUMBER = Pattern.compile(".*\u200E[^\u200E]*[0-9][^\u200E]*\u200E.*");

    private static final Pattern SPACE = Pattern.compile(" ");

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
        labeled.effectiveNodeOrientationProperty().addListener(property -> lines.fit());
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
        if (room <= 0 || labeled.textProperty().isBound() || !isFromRight()) {
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

    private boolean isFromRight() {
        return Direction.hasRightToLeft(whole)
                || labeled.getEffectiveNodeOrientation() == NodeOrientation.RIGHT_TO_LEFT;
    }

    private String broken(double room) {
        return whole.lines().map(paragraph -> broken(paragraph, room)).collect(Collectors.joining("\n"));
    }

    private String broken(String paragraph, double room) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : words(paragraph, room)) {
            if (line.length() > 0 && wide(line + " " + word) > room) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return String.join("\n", lines);
    }

    private List<String> words(String paragraph, double room) {
        return WORD.matcher(paragraph)
                .results()
                .map(MatchResult::group)
                .flatMap(word -> NUMBER.matcher(word).matches() && wide(word) <= room
                        ? Stream.of(word)
                        : SPACE.splitAsStream(word))
                .toList();
    }

    private double wide(String text) {
        Text measure = new Text(text);
        measure.setFont(labeled.getFont());
        return Math.ceil(measure.getLayoutBounds().getWidth());
    }
}
