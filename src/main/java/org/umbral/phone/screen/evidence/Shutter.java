package org.umbral.phone.screen.evidence;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.umbral.phone.Intake;
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

        void added(ItemId page, boolean originalElsewhere);

        void failed(Failure failure);

        void cancelled();
    }

    void take(CaseId id, ItemId evidence, Watcher watcher) {
        expect(
                id,
                evidence,
                watcher,
                () -> camera.takePhoto(folder, result -> {
                    returned.run();
                    if (result instanceof CameraResult.Taken taken) {
                        prepare(id, evidence, taken.file(), false, watcher);
                    } else if (result instanceof CameraResult.Failed failed) {
                        watcher.failed(failed.failure());
                    } else {
                        none(result instanceof CameraResult.Unavailable, "no-camera", watcher);
                    }
                }));
    }

    void pick(CaseId id, ItemId evidence, Watcher watcher) {
        expect(
                id,
                evidence,
                watcher,
                () -> picker.pickPicture(folder, result -> {
                    returned.run();
                    if (result instanceof PickResult.Picked picked) {
                        prepare(id, evidence, picked.file(), picked.originalElsewhere(), watcher);
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

    private void expect(CaseId id, ItemId evidence, Watcher watcher, Runnable open) {
        work.run(
                () -> intake.expectPhoto(id, evidence),
                () -> {
                    opens.run();
                    open.run();
                },
                watcher::failed);
    }

    private void prepare(CaseId id, ItemId evidence, Path file, boolean originalElsewhere, Watcher watcher) {
        watcher.preparing();
        Consumer<ItemId> added = page -> watcher.added(page, originalElsewhere);
        work.ask(() -> intake.addPhoto(id, evidence, file), added, watcher::failed);
    }
}
