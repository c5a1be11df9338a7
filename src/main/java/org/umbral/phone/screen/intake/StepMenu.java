package org.umbral.phone.screen.intake;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.phone.screen.shell.Shell;
import org.umbral.phone.screen.words.Words;
import org.umbral.shared.catalogue.Step;

/** All steps: where one is, what was said, how much is missing in each; and what can be done with the whole. */
final class StepMenu {
    private final Shell shell;
    private final IntakeModel model;
    private final Words words;
    private final IntakeScreen.Ways ways;

    StepMenu(Shell shell, IntakeModel model, IntakeScreen.Ways ways) {
        this.shell = shell;
        this.model = model;
        this.words = model.words();
        this.ways = ways;
    }

    /** @param isOpen false while only the first step may be used */
    void open(String here, boolean isOpen, Consumer<String> go) {
        VBox rows = Parts.column(8);
        List<Step> steps = model.steps();
        for (int i = 0; i < steps.size(); i++) {
            String id = steps.get(i).id();
            Button row = row(i + 1, id, () -> go.accept(id));
            row.setId("step-" + id);
            row.setDisable(i > 0 && !isOpen);
            if (id.equals(here)) {
                row.getStyleClass().add("here");
            }
            rows.getChildren().add(row);
        }
        Button undo = action(words.of("intake.undo"), Material2MZ.UNDO, this::undo);
        undo.setId("undo");
        Button leave = action(words.of("intake.leave"), Material2AL.CHECK, ways.leave());
        leave.setId("leave");
        Button discard = action(words.of("intake.discard"), Material2AL.DELETE, this::askToDiscard);
        discard.setId("discard");
        Button settings = action("Aa  " + words.of("settings.open"), null, shell::settings);
        settings.setId("settings-open");
        shell.sheet(words.of("intake.steps"), rows, undo, leave, settings, discard);
    }

    private void undo() {
        model.undo(undone -> {
            if (!undone) {
                shell.toast(words.of("intake.undo.none"));
            }
        });
    }

    private Button row(int number, String step, Runnable run) {
        Label name = Parts.text(number + "  " + words.of("step." + step + ".next"), "body");
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox line = new HBox(8, name);
        line.setAlignment(Pos.CENTER_LEFT);
        int missing = model.missing(step);
        if (missing > 0) {
            Label left = Parts.text(words.of("intake.left", missing), "wait-text");
            left.setMinWidth(Region.USE_PREF_SIZE);
            line.getChildren().add(left);
        } else if (model.isAnswered(step)) {
            FontIcon said = Parts.icon(Material2AL.CHECK, "done-icon");
            said.setAccessibleText(words.of("intake.answered"));
            line.getChildren().add(said);
        }
        Button row = action("", null, run);
        row.setGraphic(line);
        row.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        line.prefWidthProperty().bind(row.widthProperty().subtract(30));
        row.setAccessibleText(name.getText()
                + (missing > 0
                        ? ", " + words.of("intake.left", missing)
                        : model.isAnswered(step) ? ", " + words.of("intake.answered") : ""));
        return row;
    }

    private Button action(String text, org.kordamp.ikonli.@org.jspecify.annotations.Nullable Ikon icon, Runnable run) {
        Button row = Parts.secondary(text, () -> {
            shell.closeSheet();
            run.run();
        });
        row.getStyleClass().setAll("button", "menu-row");
        return icon == null ? row : Parts.withIcon(row, icon);
    }

    private void askToDiscard() {
        String name = model.principal().map(model::nameOf).orElseGet(() -> words.of("case.unnamed"));
        Button yes = Parts.primary(words.of("discard.yes"), () -> {
            shell.closeSheet();
            ways.discard().run();
        });
        yes.getStyleClass().add("danger-primary");
        shell.sheet(
                words.of("discard.title", name),
                Parts.body(words.of("discard.what")),
                yes,
                Parts.secondary(words.of("discard.no"), shell::closeSheet));
    }
}
