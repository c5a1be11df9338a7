package org.umbral.phone.device;

import java.nio.file.Path;
import java.util.function.Consumer;

/** Takes one photo. Called on the UI thread, answers on the UI thread. */
public interface Camera {
    /**
     * Opens the camera. The answer comes once. A photo that arrives after it, or never because the process was killed,
     * is among {@link Leftovers#inTheClear()}.
     *
     * @param intoFolder private to the app; the photo is in it, forced to disk, before the answer says so
     */
    void takePhoto(Path intoFolder, Consumer<CameraResult> answer);
}
