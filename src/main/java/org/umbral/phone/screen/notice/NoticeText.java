package org.umbral.phone.screen.notice;

import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.umbral.phone.screen.notice.Notices.Language;
import org.umbral.phone.screen.shell.Parts;

/**
 * Text in the person's language: in its own direction and script, in the size that was chosen.
 *
 * <p>JavaFX 21 breaks lines of text that runs from right to left at the wrong places and draws them over each other, so
 * such text is laid out word by word. It draws a box for the joiner that keeps two letters apart, so a word is cut there:
 * the letters then take the shape that the joiner asks for.
 */
final class NoticeText {
    private static final String NON_JOINER = "\u200c";
    private static final double SPACE = 0.27;
    private static final double LEADING = 0.1;

    private NoticeText() {}

    static Node of(String text, Language language, String style, int size) {
        if (!language.isRightToLeft()) {
            Label label = label(text, language, style, size);
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
            label.setMinWidth(0);
            label.setMaxWidth(Double.MAX_VALUE);
            return label;
        }
        List<Node> words = Stream.of(text.split(" "))
                .map(word -> word(word, language, style, size))
                .toList();
        FlowPane lines = new FlowPane(size * SPACE, size * LEADING, words.toArray(Node[]::new));
        lines.setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT);
        lines.setRowValignment(VPos.BASELINE);
        lines.setMinHeight(Region.USE_PREF_SIZE);
        lines.setAccessibleRole(AccessibleRole.TEXT);
        lines.setAccessibleText(text);
        return lines;
    }

    private static Node word(String word, Language language, String style, int size) {
        List<Node> parts = Stream.of(word.split(NON_JOINER))
                .<Node>map(part -> label(part, language, style, size))
                .toList();
        if (parts.size() == 1) {
            return parts.get(0);
        }
        HBox joined = new HBox(parts.toArray(Node[]::new));
        joined.setAlignment(Pos.BASELINE_LEFT);
        return joined;
    }

    private static Label label(String text, Language language, String style, int size) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setNodeOrientation(direction(language));
        label.setStyle("-fx-font-family: '" + family(language) + "'; -fx-font-size: " + size + "px;");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    static String family(Language language) {
        return language.isRightToLeft() ? "Umbral Naskh" : "Noto Sans";
    }

    /** Codes and telephone numbers run from left to right in every language. */
    static Label number(String text, int size) {
        Label label = Parts.text(text, "code");
        label.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        label.setStyle("-fx-font-size: " + size + "px;");
        return label;
    }

    static NodeOrientation direction(Language language) {
        return language.isRightToLeft() ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT;
    }
}
