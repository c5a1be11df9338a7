package org.umbral.phone.screen.settings;

import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.umbral.phone.screen.shell.Page;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.phone.screen.shell.Preferences;
import org.umbral.phone.screen.shell.Screen;
import org.umbral.phone.screen.shell.Shell;
import org.umbral.phone.screen.shell.TextSize;
import org.umbral.phone.screen.words.Language;
import org.umbral.phone.screen.words.Words;

/** Three choices, each with its effect at once on this screen and all below it. Says nothing about what the app is for. */
public final class SettingsScreen implements Screen {
    private final Shell shell;
    private final Words words;
    private final Consumer<Preferences> change;
    private final Page page;
    private Preferences now;

    /** @param change applies and keeps them; makes this screen anew where the language is another */
    public SettingsScreen(Shell shell, Words words, Preferences now, Consumer<Preferences> change) {
        this.shell = shell;
        this.words = words;
        this.now = now;
        this.change = change;
        page = new Page(shell, words).titledWithBack(words.of("settings.title"), shell::back);
        page.node().setId("settings");
        page.body().getChildren().setAll(languages(), sizes(), contrast());
    }

    @Override
    public Parent node() {
        return page.node();
    }

    @Override
    public Screen again() {
        return new SettingsScreen(shell, words, now, change);
    }

    private void choose(Preferences chosen) {
        now = chosen;
        change.accept(chosen);
    }

    private Node languages() {
        VBox rows = group("settings.language");
        ToggleGroup one = new ToggleGroup();
        Language spoken = Language.near(words.locale());
        for (Language language : Language.values()) {
            String says =
                    language.isDraft() ? words.of("settings.language.draft", language.ownName()) : language.ownName();
            rows.getChildren()
                    .add(row(one, "language." + language.code(), says, language == spoken, () -> now.with(language)));
        }
        return rows;
    }

    private Node sizes() {
        VBox rows = group("settings.text");
        ToggleGroup one = new ToggleGroup();
        for (TextSize size : TextSize.values()) {
            rows.getChildren()
                    .add(row(
                            one,
                            "text." + size.percent(),
                            words.of("settings.text." + size),
                            size == now.textSize(),
                            () -> now.with(size)));
        }
        return rows;
    }

    private Node contrast() {
        VBox rows = group("settings.contrast");
        ToggleGroup one = new ToggleGroup();
        rows.getChildren()
                .addAll(
                        row(
                                one,
                                "contrast.normal",
                                words.of("settings.contrast.normal"),
                                !now.highContrast(),
                                () -> now.withHighContrast(false)),
                        row(
                                one,
                                "contrast.high",
                                words.of("settings.contrast.high"),
                                now.highContrast(),
                                () -> now.withHighContrast(true)));
        return rows;
    }

    private VBox group(String title) {
        VBox rows = Parts.column(8, Parts.section(words.of(title)));
        rows.getStyleClass().add("group");
        return rows;
    }

    /** The mark is never taken away by a second tap. */
    private ToggleButton row(ToggleGroup one, String id, String says, boolean chosen, Supplier<Preferences> wanted) {
        ToggleButton row = Parts.choice(says, false);
        row.setId(id);
        row.setToggleGroup(one);
        row.setSelected(chosen);
        row.setOnAction(event -> {
            row.setSelected(true);
            choose(wanted.get());
        });
        return row;
    }
}
