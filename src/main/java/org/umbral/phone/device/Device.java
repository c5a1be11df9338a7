package org.umbral.phone.device;

import com.gluonhq.attach.lifecycle.LifecycleService;
import com.gluonhq.attach.pictures.PicturesService;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.umbral.phone.disk.PhoneFiles;

/**
 * What the app runs on: a phone through Gluon Attach, or a desktop that stands in for one. Made once, on the UI thread,
 * before the first screen.
 */
public record Device(
        Places places,
        PhoneFiles files,
        Leftovers leftovers,
        Camera camera,
        FilePicker picker,
        AppLifecycle lifecycle) {

    /**
     * The device that this process runs on.
     *
     * @param work runs what blocks on disk
     * @param window owns the dialogs of a desktop; may give null while there is none
     */
    public static Device here(Executor work, Supplier<? extends @Nullable Window> window) {
        if (com.gluonhq.attach.util.Platform.isDesktop()) {
            Optional<Path> camera = Optional.ofNullable(System.getProperty(DesktopPlaces.CAMERA_PROPERTY))
                    .map(Path::of);
            return desktop(DesktopPlaces.home(), camera, work, window);
        }
        return phone(work);
    }

    /** A desktop with a home of its own; the camera takes the JPEGs of a folder, or opens a dialog without one. */
    public static Device desktop(
            Path home, Optional<Path> cameraFolder, Executor work, Supplier<? extends @Nullable Window> window) {
        PhoneFiles files = PhoneFiles.onDisk();
        Places places = new Places(home, List.of());
        Leftovers leftovers = new Leftovers(files, places.captures(), places.cameraFolders());
        PictureSource dialog = DesktopPictures.dialog(window);
        PictureSource camera = cameraFolder
                .map(folder -> DesktopPictures.folder(files, folder))
                .orElse(dialog);
        SourcedPictures pictures = new SourcedPictures(camera, dialog, leftovers::copy, work, Platform::runLater);
        return new Device(places, files, leftovers, pictures, pictures, new DesktopLifecycle());
    }

    private static Device phone(Executor work) {
        PhoneFiles files = PhoneFiles.onDisk();
        Places places = AttachPlaces.find();
        Leftovers leftovers = new Leftovers(files, places.captures(), places.cameraFolders());
        AppLifecycle lifecycle = LifecycleService.create()
                .<AppLifecycle>map(AttachLifecycle::new)
                .orElseGet(DesktopLifecycle::new);
        // Attach's camera on Android wants the storage permissions (decision 0004): there the worker chooses a picture.
        PictureSource camera = com.gluonhq.attach.util.Platform.isAndroid()
                ? PictureSource.none()
                : source(AttachPictures.Use.CAMERA, leftovers, lifecycle);
        SourcedPictures pictures = new SourcedPictures(
                camera,
                source(AttachPictures.Use.GALLERY, leftovers, lifecycle),
                leftovers::move,
                work,
                Platform::runLater);
        return new Device(places, files, leftovers, pictures, pictures, lifecycle);
    }

    private static PictureSource source(AttachPictures.Use use, Leftovers leftovers, AppLifecycle lifecycle) {
        boolean blocking = com.gluonhq.attach.util.Platform.isIOS();
        return new AttachPictures(PicturesService::create, leftovers, lifecycle, use, blocking, Platform::runLater);
    }
}
