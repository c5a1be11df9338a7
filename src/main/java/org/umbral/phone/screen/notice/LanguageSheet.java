package org.umbral.phone.screen.notice;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.umbral.phone.screen.notice.Notices.Language;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.phone.screen.shell.Shell;
import org.umbral.phone.screen.words.Words;

/** The languages of the notices, each by its own name, from the bottom of the screen. */
public final class LanguageSheet {
    private LanguageSheet() {}

    /** @param more what stands below them */
    public static void open(Shell shell, Words words, Notices notices, Consumer<Language> chosen, Node... more) {
        var rows = Parts.column(8);
        for (Language language : notices.languages()) {
            Button row = Parts.secondary(language.ownName(), () -> {
                shell.closeSheet();
                chosen.accept(language);
            });
            row.getStyleClass().setAll("button", "menu-row");
            row.setId("language-" + language.tag());
            row.setStyle("-fx-font-family: '" + NoticeText.family(language) + "';");
            rows.getChildren().add(row);
        }
        rows.getChildren().addAll(more);
        shell.sheet(words.of("notice.language"), rows);
    }
}
