package org.umbral.phone.screen.intake;

import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2MZ;
import org.umbral.phone.screen.shell.Page;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.phone.screen.words.Words;

/** The top of every step: which of how many, that all is saved, about whom, and what is left; and what failed. */
final class IntakeBar {
    private static final int NAME = 14;

    private final IntakeModel model;
    private final Words words;
    private final Label where = Parts.text("", "bar-title");
    private final Label status = Parts.text("", "bar-status");
    private final Label about = Parts.text("", "bar-status");
    private final VBox trouble = Parts.column(8);

    IntakeBar(IntakeModel model, Page page, Runnable back, Runnable menu) {
        this.model = model;
        this.words = model.words();
        where.setId("where");
        status.setId("saved");
        about.setId("about");
        where.setMinWidth(Region.USE_PREF_SIZE);
        status.setMinWidth(Region.USE_PREF_SIZE);
        FlowPane line = new FlowPane(8, 0, where, status);
        line.setRowValignment(VPos.BASELINE);
        line.setPrefWrapLength(0);
        VBox middle = new VBox(line, about);
        middle.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(middle, Priority.ALWAYS);
        Button all = Parts.iconButton(Material2MZ.MORE_HORIZ, words.of("intake.menu"), menu);
        all.setId("menu");
        page.withBack(page.back(back), middle, all);
    }

    /** What could not be saved, with the way to try again; stands at the top of the step. */
    Node trouble() {
        return trouble;
    }

    void show(int place) {
        where.setText(words.of("intake.where", place + 1, model.steps().size()));
        IntakeModel.State state = model.state();
        status.setText(words.of("saved." + state));
        status.getStyleClass().removeAll("done", "failed");
        status.getStyleClass().add(state == IntakeModel.State.FAILED ? "failed" : "done");
        String name = model.person()
                .map(model::nameOf)
                .map(one -> Summaries.shortened(one, NAME))
                .orElse("");
        int missing = model.allMissing();
        about.setText(missing == 0 ? name : words.of("intake.about", name, missing));
        trouble.getChildren().clear();
        model.failure().ifPresent(failure -> {
            VBox card = Parts.card(
                    Parts.text(words.failure(failure), "emergency-text"),
                    Parts.body(words.of("saved.safe")),
                    Parts.secondary(words.of("again"), model::tryAgain));
            card.getStyleClass().add("emergency");
            trouble.getChildren().add(card);
        });
        Parts.hide(trouble, trouble.getChildren().isEmpty());
    }
}
