package org.umbral.phone.screen.intake;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.phone.screen.words.Words;

/** After the first four steps: the least is saved, or what of it is not written yet. */
final class MinimumCard {
    private final IntakeModel model;
    private final Runnable stop;
    private final Runnable menu;
    private final Consumer<IntakeScreen.Place> go;
    private final VBox node = Parts.card();
    private List<Minimum.Place> shown = List.of();
    private boolean first = true;

    MinimumCard(IntakeModel model, Runnable stop, Runnable menu, Consumer<IntakeScreen.Place> go) {
        this.model = model;
        this.stop = stop;
        this.menu = menu;
        this.go = go;
        node.setId("minimum");
        refresh();
    }

    Node node() {
        return node;
    }

    void refresh() {
        List<Minimum.Place> lacking = Minimum.lacking(model);
        if (first || !lacking.equals(shown)) {
            first = false;
            shown = lacking;
            show();
        }
    }

    private void show() {
        Words words = model.words();
        boolean done = shown.isEmpty();
        node.getStyleClass().removeAll("done", "wait");
        node.getStyleClass().add(done ? "done" : "wait");
        node.getChildren()
                .setAll(Parts.line(
                        Parts.icon(
                                done ? Material2AL.CHECK_CIRCLE : Material2AL.INFO, done ? "done-icon" : "wait-icon"),
                        Parts.text(
                                words.of(done ? "minimum.saved" : "minimum.lacking"),
                                done ? "done-text" : "wait-text")));
        for (Minimum.Place place : shown) {
            Button line = Parts.withIcon(
                    Parts.link(
                            words.of("minimum." + place.words()),
                            () -> IntakeScreen.Place.of(model.catalogue(), place.item(), place.field())
                                    .ifPresent(go)),
                    Material2AL.CHEVRON_RIGHT);
            line.setId("minimum-" + place.words());
            node.getChildren().add(line);
        }
        if (done) {
            Button end = Parts.secondary(words.of("minimum.stop"), stop);
            end.setId("minimum-stop");
            Button all = Parts.secondary(words.of("minimum.any"), menu);
            all.setId("minimum-menu");
            node.getChildren().addAll(Parts.body(words.of("minimum.go.on")), Parts.beside(end, all));
        }
    }
}
