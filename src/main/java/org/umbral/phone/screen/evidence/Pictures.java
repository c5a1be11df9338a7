package org.umbral.phone.screen.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.image.Image;
import org.umbral.phone.Intake;
import org.umbral.phone.screen.shell.Work;
import org.umbral.phone.screen.words.Words;
import org.umbral.shared.Failure;
import org.umbral.shared.casefile.Answer;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.ItemId;

/** Shows pages: small from the vault, large from their sealed files. Decoded off the UI thread. */
public final class Pictures {
    private final Intake intake;
    private final Work work;
    private final Words words;
    private final StuckPhotos stuck = new StuckPhotos();

    public Pictures(Intake intake, Work work, Words words) {
        this.intake = intake;
        this.work = work;
        this.words = words;
    }

    /** A button with the page's small picture as it is turned, or a sign where there is none. */
    public Button thumbnail(CaseId id, ItemId page, int number, Runnable open) {
        Button button = new Button();
        button.getStyleClass().add("thumbnail");
        button.setId("page-" + number);
        button.setAccessibleText(words.of("page.number", number));
        button.setGraphic(new Thumbnail(this, id, page));
        button.setOnAction(event -> open.run());
        return button;
    }

    /** A picture and how far it is turned, in degrees clockwise. */
    record Turned(Image image, int turn) {}

    /** At most twice as large as it is shown, so that twenty of them weigh little. */
    Optional<Turned> small(CaseId id, ItemId page) throws Failure {
        Optional<byte[]> jpeg = intake.thumbnail(id, page);
        return jpeg.isEmpty()
                ? Optional.empty()
                : Optional.of(new Turned(
                        new Image(
                                new ByteArrayInputStream(jpeg.get()),
                                2 * Thumbnail.SIDE,
                                2 * Thumbnail.SIDE,
                                true,
                                true),
                        turn(id, page)));
    }

    Optional<Turned> large(CaseId id, ItemId page) throws Failure {
        Optional<InputStream> photo = intake.photo(id, page);
        if (photo.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = photo.get()) {
            return Optional.of(new Turned(new Image(in), turn(id, page)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int turn(CaseId id, ItemId page) throws Failure {
        return intake.read(id)
                .answer(page, Turn.FIELD)
                .flatMap(Answer::settled)
                .map(Turn::of)
                .orElse(0);
    }

    StuckPhotos stuck() {
        return stuck;
    }

    Work work() {
        return work;
    }

    Words words() {
        return words;
    }
}
