package org.umbral.phone.screen.evidence;

import java.nio.file.Path;
import org.umbral.phone.Intake;
import org.umbral.phone.Intake.Leftover;
import org.umbral.phone.Intake.Shot;
import org.umbral.phone.device.Camera;
import org.umbral.phone.device.CameraResult;
import org.umbral.phone.device.FilePicker;
import org.umbral.phone.device.PickResult;
import org.umbral.phone.screen.shell.Work;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.Failure;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.ItemId;

/**
 * From the wish to take a photo to its sealed page. No controls; on the UI thread.
 *
 * @param work of its own, so that words never wait for a photo that is being prepared
 * @param opens the camera or the picker is about to cover the app
 * @param returned it answered
 */
public record Shutter(
        Intake intake, Work work, Camera camera, FilePicker picker, Path folder, Runnable opens, Runnable returned) {

    /** What becomes of a wish; each on the UI thread. */
    interface Watcher {
        void preparing();

        void added(ItemId page);

        /** There is a photo, but it could not be made a page. */
        void stuck(Stuck photo);

        /** There is no photo. */
        void failed(Failure failure);

        void cancelled();
    }

    void take(CaseId id, Shot shot, Watcher watcher) {
        expect(
                id,
                shot,
                watcher,
                () -> camera.takePhoto(folder, result -> {
                    returned.run();
                    if (result instanceof CameraResult.Taken taken) {
                        prepare(id, shot, taken.file(), watcher);
                    } else if (result instanceof CameraResult.Failed failed) {
                        watcher.failed(failed.failure());
                    } else {
                        none(result instanceof CameraResult.Unavailable, "no-camera", watcher);
                    }
                }));
    }

    void pick(CaseId id, Shot shot, Watcher watcher) {
        expect(
                id,
                shot,
                watcher,
                () -> picker.pickPicture(folder, result -> {
                    returned.run();
                    if (result instanceof PickResult.Picked picked) {
                        prepare(id, shot.chosen(picked.originalElsewhere()), picked.file(), watcher);
                    } else if (result instanceof PickResult.Failed failed) {
                        watcher.failed(failed.failure());
                    } else {
                        none(result instanceof PickResult.Unavailable, "no-picker", watcher);
                    }
                }));
    }

    private void none(boolean unavailable, String reason, Watcher watcher) {
        if (unavailable) {
            watcher.failed(new AskThePerson(reason));
        } else {
            watcher.cancelled();
        }
    }

    private void expect(CaseId id, Shot shot, Watcher watcher, Runnable open) {
        work.run(
                () -> intake.expectPhoto(id, shot.evidence()),
                () -> {
                    opens.run();
                    open.run();
                },
                watcher::failed);
    }

    void prepare(CaseId id, Shot shot, Path file, Watcher watcher) {
        watcher.preparing();
        work.ask(
                () -> intake.addPhoto(id, shot, file),
                watcher::added,
                failure -> watcher.stuck(Stuck.taken(shot, file, failure)));
    }

    void adopt(Stuck photo, Leftover leftover, Watcher watcher) {
        watcher.preparing();
        work.ask(() -> intake.adopt(leftover), watcher::added, failure -> watcher.stuck(photo.because(failure)));
    }
}
