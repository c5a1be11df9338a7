package org.umbral.phone.screen.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import org.kordamp.ikonli.material2.Material2AL;
import org.umbral.phone.Intake;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.phone.screen.shell.Work;
import org.umbral.phone.screen.words.Words;
import org.umbral.shared.Failure;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.ItemId;

/** Shows pages: small from the vault, large from their sealed files. Decoded off the UI thread. */
public final class Pictures {
    private final Intake intake;
    private final Work work;
    private final Words words;

    public Pictures(Intake intake, Work work, Words words) {
        this.intake = intake;
        this.work = work;
        this.words = words;
    }

    /** A button with the page's small picture, or a sign where there is none. */
    public Button thumbnail(CaseId id, ItemId page, int number, Runnable open) {
        Button button = new Button();
        button.getStyleClass().add("thumbnail");
        button.setId("page-" + number);
        button.setAccessibleText(words.of("page.number", number));
        button.setGraphic(Parts.icon(Material2AL.IMAGE, "quiet-icon"));
        button.setOnAction(event -> open.run());
        work.ask(
                () -> intake.thumbnail(id, page).map(jpeg -> new Image(new ByteArrayInputStream(jpeg))),
                image -> image.ifPresent(found -> button.setGraphic(fitted(found))),
                failure -> {});
        return button;
    }

    private static ImageView fitted(Image image) {
        ImageView view = new ImageView(image);
        view.setPreserveRatio(true);
        view.setSmooth(true);
        view.setFitWidth(92);
        view.setFitHeight(116);
        return view;
    }

    Optional<Image> large(CaseId id, ItemId page) throws Failure {
        Optional<InputStream> photo = intake.photo(id, page);
        if (photo.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = photo.get()) {
            return Optional.of(new Image(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Work work() {
        return work;
    }

    Words words() {
        return words;
    }
}
