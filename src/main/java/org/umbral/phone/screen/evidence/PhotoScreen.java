package org.umbral.phone.screen.evidence;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Group;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
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

    private void show(Optional<Pictures.Turned> found) {
        if (found.isEmpty()) {
            place.getStyleClass().setAll("ground");
            place.getChildren().setAll(Parts.body(words.of("page.gone")));
            return;
        }
        ImageView view = new ImageView(found.get().image());
        view.setPreserveRatio(true);
        view.setRotate(found.get().turn());
        boolean lying = Turn.isLying(found.get().turn());
        fit(view, lying);
        StackPane holder = new StackPane(new Group(view));
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
                fit(view, lying);
            }
        });
        place.getChildren().setAll(scroll);
    }

    /** Its sides before it is turned. */
    private void fit(ImageView view, boolean lying) {
        view.fitWidthProperty().bind(lying ? place.heightProperty() : place.widthProperty());
        view.fitHeightProperty().bind(lying ? place.widthProperty() : place.heightProperty());
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
