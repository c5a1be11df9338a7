package org.umbral.phone.screen.unlock;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.phone.screen.words.Words;

/** A field for a passphrase with an eye to show it. */
final class SecretField {
    private final PasswordField hidden = new PasswordField();
    private final TextField shown = new TextField();
    private final StackPane node = new StackPane();

    SecretField(Words words, String id, Runnable enter) {
        hidden.setId(id);
        hidden.setOnAction(event -> enter.run());
        shown.setOnAction(event -> enter.run());
        shown.textProperty().bindBidirectional(hidden.textProperty());
        shown.setVisible(false);
        hidden.setStyle("-fx-padding: 11 56 11 12;");
        shown.setStyle("-fx-padding: 11 56 11 12;");
        FontIcon open = Parts.icon(Material2MZ.VISIBILITY);
        FontIcon shut = Parts.icon(Material2MZ.VISIBILITY_OFF);
        Button eye = Parts.iconButton(Material2MZ.VISIBILITY, words.of("passphrase.show"), () -> {});
        eye.setOnAction(event -> {
            boolean show = !shown.isVisible();
            shown.setVisible(show);
            hidden.setVisible(!show);
            eye.setGraphic(show ? shut : open);
            eye.setAccessibleText(words.of(show ? "passphrase.hide" : "passphrase.show"));
        });
        hidden.setAccessibleText(words.of("passphrase.field"));
        shown.setAccessibleText(words.of("passphrase.field"));
        StackPane.setAlignment(eye, Pos.CENTER_RIGHT);
        node.getChildren().addAll(shown, hidden, eye);
    }

    StackPane node() {
        return node;
    }

    CharSequence typed() {
        return hidden.getCharacters();
    }

    void onTyping(Runnable run) {
        hidden.textProperty().addListener(property -> run.run());
    }

    void type(CharSequence text) {
        hidden.setText(text.toString());
    }

    void clear() {
        hidden.clear();
    }

    void focus() {
        (shown.isVisible() ? shown : hidden).requestFocus();
    }
}
