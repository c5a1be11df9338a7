package org.umbral.phone.device;

import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.umbral.shared.Failure;

/** Camera and picker over any two sources: has the file kept on a worker thread and answers on the UI thread. */
final class SourcedPictures implements Camera, FilePicker {
    private final PictureSource camera;
    private final PictureSource gallery;
    private final Keep keep;
    private final Executor work;
    private final Executor screen;

    /** Brings a file into a folder of ours: copied where it is somebody else's, moved where it was made for us. */
    @FunctionalInterface
    interface Keep {
        Path keep(Path file, Path intoFolder) throws Failure;
    }

    SourcedPictures(PictureSource camera, PictureSource gallery, Keep keep, Executor work, Executor screen) {
        this.camera = camera;
        this.gallery = gallery;
        this.keep = keep;
        this.work = work;
        this.screen = screen;
    }

    @Override
    public void takePhoto(Path intoFolder, Consumer<CameraResult> answer) {
        if (!camera.isThere()) {
            answer.accept(new CameraResult.Unavailable());
            return;
        }
        camera.ask(file -> file.ifPresentOrElse(
                taken -> bring(taken, intoFolder, CameraResult.Taken::new, CameraResult.Failed::new, answer),
                () -> answer.accept(new CameraResult.Cancelled())));
    }

    /** What we get of a gallery is a copy, too, so the original always stays elsewhere. */
    @Override
    public void pickPicture(Path intoFolder, Consumer<PickResult> answer) {
        if (!gallery.isThere()) {
            answer.accept(new PickResult.Unavailable());
            return;
        }
        gallery.ask(file -> file.ifPresentOrElse(
                picked -> bring(
                        picked, intoFolder, kept -> new PickResult.Picked(kept, true), PickResult.Failed::new, answer),
                () -> answer.accept(new PickResult.Cancelled())));
    }

    private <R> void bring(
            Path file, Path into, Function<Path, R> kept, Function<Failure, R> failed, Consumer<R> answer) {
        work.execute(() -> {
            R result = result(file, into, kept, failed);
            screen.execute(() -> answer.accept(result));
        });
    }

    private <R> R result(Path file, Path into, Function<Path, R> kept, Function<Failure, R> failed) {
        try {
            return kept.apply(keep.keep(file, into));
        } catch (Failure e) {
            return failed.apply(e);
        }
    }
}
