package org.umbral.phone.screen.notice;

import javafx.geometry.NodeOrientation;
import javafx.scene.control.Label;
import org.umbral.phone.screen.notice.Notices.Language;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.phone.screen.words.Direction;

/** Text in the person's language: in its own direction and script, in the size that was chosen. */
final class NoticeText {
    private NoticeText() {}

    static Label of(String text, Language language, String style, int size) {
        Label label = Parts.text(Direction.drawn(text), style);
        label.setNodeOrientation(direction(language));
        label.setStyle("-fx-font-family: '" + family(language) + "'; -fx-font-size: " + size + "px;");
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }

    static String family(Language language) {
        return language.isRightToLeft() ? "Noto Naskh Arabic" : "Noto Sans";
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
