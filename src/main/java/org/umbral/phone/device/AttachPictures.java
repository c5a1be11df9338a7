package org.umbral.phone.device;

import com.gluonhq.attach.pictures.PicturesService;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.value.ChangeListener;
import javafx.scene.image.Image;
import org.umbral.shared.Failure;

/**
 * The camera or the gallery of a phone, without ever saving to the gallery. Four ways of Attach's pictures service (read
 * in its sources, 4.0.19) decide how this is written:
 *
 * <ul>
 *   <li>making the service, and every use of it on Android, deletes the JPEGs in the app's cache, among them one that a
 *       kill left there: so it is made late, and leftovers are moved away before;
 *   <li>on Android a cancelled camera says nothing: being back on the screen without a picture is the answer.
 *       The system's question for permission is such a coming back, so a first photo may be found as a leftover;
 *   <li>on Android the camera opens only with the storage permissions, which we do not ask for, and says nothing where it
 *       stays shut: so there it is not used at all (decision 0004); the gallery needs no permission;
 *   <li>on iOS the picker is part of our own window, so there is no coming back; there the blocking call answers.
 * </ul>
 */
final class AttachPictures implements PictureSource {
    private final Supplier<Optional<PicturesService>> services;
    private final Leftovers leftovers;
    private final Use use;
    private final boolean blocking;
    private Consumer<Optional<Path>> waiting = AttachPictures::nobodyWaits;

    /** Which two calls of the service are meant. */
    enum Use {
        CAMERA,
        GALLERY;

        private void begin(PicturesService service) {
            if (this == CAMERA) {
                service.asyncTakePhoto(false);
            } else {
                service.asyncLoadImageFromGallery();
            }
        }

        private Optional<Image> block(PicturesService service) {
            return this == CAMERA ? service.takePhoto(false) : service.loadImageFromGallery();
        }
    }

    /**
     * @param blocking whether the service's blocking call is used, as on iOS
     * @param screen runs on the UI thread, after what is queued there
     */
    AttachPictures(
            Supplier<Optional<PicturesService>> services,
            Leftovers leftovers,
            AppLifecycle lifecycle,
            Use use,
            boolean blocking,
            Executor screen) {
        this.services = services;
        this.leftovers = leftovers;
        this.use = use;
        this.blocking = blocking;
        // a picture, where there is one, was queued before the app came back; what is queued now runs after it
        lifecycle.onResume(() -> screen.execute(() -> settle(Optional.empty())));
    }

    @Override
    public boolean isThere() {
        return service().isPresent();
    }

    @Override
    public void ask(Consumer<Optional<Path>> answer) {
        PicturesService service = service().orElseThrow();
        if (blocking) {
            answer.accept(use.block(service).flatMap(image -> file(service)));
        } else {
            settle(Optional.empty());
            listen(service, answer);
        }
    }

    private void listen(PicturesService service, Consumer<Optional<Path>> answer) {
        use.begin(service);
        ChangeListener<Image> arrival = (property, was, image) -> {
            if (image != null) {
                settle(file(service));
            }
        };
        service.imageProperty().addListener(arrival);
        waiting = file -> {
            service.imageProperty().removeListener(arrival);
            answer.accept(file);
        };
    }

    private void settle(Optional<Path> file) {
        Consumer<Optional<Path>> asked = waiting;
        waiting = AttachPictures::nobodyWaits;
        asked.accept(file);
    }

    private Optional<PicturesService> service() {
        try {
            leftovers.inTheClear();
            return services.get();
        } catch (Failure e) {
            return Optional.empty();
        }
    }

    private static Optional<Path> file(PicturesService service) {
        return service.getImageFile().map(File::toPath);
    }

    private static void nobodyWaits(Optional<Path> file) {
        // the answer was given; a late picture is found among the leftovers
    }
}
