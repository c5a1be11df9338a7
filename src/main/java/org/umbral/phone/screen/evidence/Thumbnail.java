package org.umbral.phone.screen.evidence;

import javafx.scene.Group;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.material2.Material2AL;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.ItemId;

/** A small picture that is in memory only while it is on the screen; a sign where there is none. */
final class Thumbnail extends StackPane {
    static final int SIDE = 116;
    private static final int WIDTH = 92;

    private final Pictures pictures;
    private final CaseId id;
    private final ItemId page;

    Thumbnail(Pictures pictures, CaseId id, ItemId page) {
        this.pictures = pictures;
        this.id = id;
        this.page = page;
        drop();
        sceneProperty().addListener((property, was, is) -> {
            if (is == null) {
                drop();
            } else {
                load();
            }
        });
    }

    private void load() {
        pictures.work().ask(() -> pictures.small(id, page), found -> found.ifPresent(this::show), failure -> {});
    }

    private void show(Pictures.Turned found) {
        if (getScene() == null) {
            return;
        }
        ImageView view = new ImageView(found.image());
        boolean lying = Turn.isLying(found.turn());
        view.setPreserveRatio(true);
        view.setSmooth(true);
        view.setFitWidth(lying ? SIDE - 30 : WIDTH);
        view.setFitHeight(lying ? WIDTH : SIDE - 30);
        view.setRotate(found.turn());
        getChildren().setAll(new Group(view));
    }

    private void drop() {
        getChildren().setAll(Parts.icon(Material2AL.IMAGE, "quiet-icon"));
    }
}
