package org.umbral.phone.screen;

import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.Objects;
import javafx.collections.ObservableList;
import javafx.geometry.NodeOrientation;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import org.umbral.phone.screen.shell.Preferences;
import org.umbral.phone.screen.words.Words;

/** Puts the style sheets, the size of the words and the direction of reading on a scene. */
final class Look {
    private static final List<String> FONTS =
            List.of("NotoSans-Regular", "NotoSans-Bold", "UmbralNaskh-Regular", "UmbralNaskh-Bold");
    private static final String CONTRAST = at("umbral-contrast.css");

    private Look() {}

    static void loadFonts() {
        FONTS.forEach(name -> Font.loadFont(at("fonts/" + name + ".ttf"), 17));
    }

    static void dress(Scene scene, Preferences preferences, Words words) {
        scene.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        scene.getStylesheets().setAll(at("umbral.css"));
        if (preferences.highContrast()) {
            scene.getStylesheets().add(CONTRAST);
        }
        ObservableList<String> styles = scene.getRoot().getStyleClass();
        styles.removeIf(style -> style.startsWith("text-") || style.startsWith("speaks-"));
        styles.addAll(preferences.textSize().style(), "speaks-" + words.locale().getLanguage());
        scene.setNodeOrientation(words.isRightToLeft() ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
    }

    private static String at(String name) {
        return Objects.requireNonNull(Look.class.getResource("/org/umbral/phone/" + name))
                .toExternalForm();
    }
}
