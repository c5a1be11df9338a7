package org.umbral.phone.screen.intake;

import java.util.List;
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
    private final IntakeModel model;
    private final Words words;
    private final Label where = new Label();
    private final Label status = new Label();
    private final Label left = new Label();
    private final Label about = Parts.twoLines("bar-status");
    private final VBox trouble = Parts.column(8);

    IntakeBar(IntakeModel model, Page page, Runnable back, Runnable menu) {
        this.model = model;
        this.words = model.words();
        where.setId("where");
        status.setId("saved");
        left.setId("left");
        about.setId("about");
        where.getStyleClass().add("bar-title");
        List.of(status, left).forEach(label -> label.getStyleClass().add("bar-status"));
        List.of(where, status, left).forEach(label -> label.setMinWidth(Region.USE_PREF_SIZE));
        FlowPane line = new FlowPane(8, 0, where, status, left);
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
        int missing = model.allMissing();
        left.setText(words.of("intake.left", missing));
        Parts.hide(left, missing == 0);
        about.setText(model.person().map(model::nameOf).orElse(""));
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
