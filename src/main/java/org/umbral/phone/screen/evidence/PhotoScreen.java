package org.umbral.phone.screen.evidence;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.umbral.phone.screen.shell.Page;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.phone.screen.shell.Screen;
import org.umbral.phone.screen.shell.Shell;
import org.umbral.phone.screen.words.Words;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.ItemId;

/** One page over the whole screen; a tap shows it in its full size, to be moved with the finger. */
public final class PhotoScreen implements Screen {
    private final Words words;
    private final BorderPane node = new BorderPane();
    private final StackPane place = new StackPane();
    private final Supplier<Screen> again;

    public PhotoScreen(Shell shell, Pictures pictures, CaseId id, ItemId page, int number) {
        this.again = () -> new PhotoScreen(shell, pictures, id, page, number);
        this.words = pictures.words();
        Page bar = new Page(shell, words).titledWithBack(words.of("page.number", number), shell::back);
        node.setId("photo");
        node.setTop(((BorderPane) bar.node()).getTop());
        node.setCenter(place);
        place.getStyleClass().add("photo-view");
        pictures.work()
                .ask(
                        () -> pictures.large(id, page),
                        this::show,
                        failure -> place.getChildren().setAll(Parts.body(words.failure(failure))));
    }

    private void show(Optional<Image> found) {
        if (found.isEmpty()) {
            place.getStyleClass().setAll("ground");
            place.getChildren().setAll(Parts.body(words.of("page.gone")));
            return;
        }
        ImageView view = new ImageView(found.get());
        view.setPreserveRatio(true);
        view.fitWidthProperty().bind(place.widthProperty());
        view.fitHeightProperty().bind(place.heightProperty());
        StackPane holder = new StackPane(view);
        holder.getStyleClass().add("photo-view");
        holder.minWidthProperty().bind(place.widthProperty());
        holder.minHeightProperty().bind(place.heightProperty());
        ScrollPane scroll = new ScrollPane(holder);
        scroll.setPannable(true);
        scroll.getStyleClass().add("photo-scroll");
        view.setOnMouseClicked(event -> {
            if (!event.isStillSincePress()) {
                return;
            }
            if (view.fitWidthProperty().isBound()) {
                view.fitWidthProperty().unbind();
                view.fitHeightProperty().unbind();
                view.setFitWidth(0);
                view.setFitHeight(0);
            } else {
                view.fitWidthProperty().bind(place.widthProperty());
                view.fitHeightProperty().bind(place.heightProperty());
            }
        });
        place.getChildren().setAll(scroll);
    }

    @Override
    public Screen again() {
        return again.get();
    }

    @Override
    public Parent node() {
        return node;
    }
}
