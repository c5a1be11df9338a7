package org.umbral.phone.screen.settings;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.umbral.phone.screen.shell.Page;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.phone.screen.shell.Preferences;
import org.umbral.phone.screen.shell.Screen;
import org.umbral.phone.screen.shell.Shell;
import org.umbral.phone.screen.shell.TextSize;
import org.umbral.phone.screen.words.Language;
import org.umbral.phone.screen.words.Words;

/**
 * Four choices, each with its effect at once on this screen and all below it; while the phone is open also the short code of
 * its key. Says nothing about what the app is for.
 */
public final class SettingsScreen implements Screen {
    private final Shell shell;
    private final Words words;
    private final Consumer<Preferences> change;
    private final Page page;
    private Preferences now;
    private Optional<String> code = Optional.empty();

    /** @param change applies and keeps them; makes this screen anew where the language is another */
    public SettingsScreen(Shell shell, Words words, Preferences now, Consumer<Preferences> change) {
        this.shell = shell;
        this.words = words;
        this.now = now;
        this.change = change;
        page = new Page(shell, words).titledWithBack(words.of("settings.title"), shell::back);
        page.node().setId("settings");
        page.body().getChildren().setAll(languages(), sizes(), contrast(), photos());
    }

    @Override
    public Parent node() {
        return page.node();
    }

    @Override
    public Screen again() {
        SettingsScreen made = new SettingsScreen(shell, words, now, change);
        code.ifPresent(made::showCode);
        return made;
    }

    /** While the phone is open: what the worker reads out when the clinic asks whose key this is. */
    public void showCode(String shortCode) {
        code = Optional.of(shortCode);
        Label read = Parts.fromLeft(Parts.section(shortCode));
        read.setId("short-code");
        VBox rows = group("settings.code");
        rows.getChildren().addAll(read, Parts.body(words.of("settings.code.how")));
        page.body().getChildren().add(rows);
    }

    private void choose(Preferences chosen) {
        now = chosen;
        change.accept(chosen);
    }

    private Node languages() {
        VBox rows = group("settings.language");
        Language spoken = Language.near(words.locale());
        for (Language language : Language.values()) {
            String says =
                    language.isDraft() ? words.of("settings.language.draft", language.ownName()) : language.ownName();
            rows.getChildren()
                    .add(row("language." + language.code(), says, language == spoken, () -> now.with(language)));
        }
        return rows;
    }

    private Node sizes() {
        VBox rows = group("settings.text");
        for (TextSize size : TextSize.values()) {
            rows.getChildren()
                    .add(row(
                            "text." + size.percent(),
                            words.of("settings.text." + size),
                            size == now.textSize(),
                            () -> now.with(size)));
        }
        return rows;
    }

    private Node contrast() {
        VBox rows = group("settings.contrast");
        rows.getChildren()
                .addAll(
                        row(
                                "contrast.normal",
                                words.of("settings.contrast.normal"),
                                !now.highContrast(),
                                () -> now.withHighContrast(false)),
                        row(
                                "contrast.high",
                                words.of("settings.contrast.high"),
                                now.highContrast(),
                                () -> now.withHighContrast(true)));
        return rows;
    }

    private Node photos() {
        VBox rows = group("settings.photos");
        rows.getChildren()
                .addAll(
                        row(
                                "photos.go",
                                words.of("settings.photos.go"),
                                !now.photosWait(),
                                () -> now.withPhotosWait(false)),
                        row(
                                "photos.wait",
                                words.of("settings.photos.wait"),
                                now.photosWait(),
                                () -> now.withPhotosWait(true)));
        return rows;
    }

    private VBox group(String title) {
        VBox rows = Parts.column(8, Parts.section(words.of(title)));
        rows.getStyleClass().add("group");
        return rows;
    }

    private static void select(Node node, boolean chosen) {
        if (node instanceof ToggleButton row) {
            row.setSelected(chosen);
        }
    }

    /** The mark is never taken away by a second tap. No toggle group, in which Tab would reach only what is chosen. */
    private ToggleButton row(String id, String says, boolean chosen, Supplier<Preferences> wanted) {
        ToggleButton row = Parts.choice(says, false);
        row.setId(id);
        row.setSelected(chosen);
        row.setOnAction(event -> {
            row.getParent().getChildrenUnmodifiable().forEach(other -> select(other, other == row));
            choose(wanted.get());
        });
        return row;
    }
}
