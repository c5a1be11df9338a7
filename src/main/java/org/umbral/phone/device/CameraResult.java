package org.umbral.phone.device;

import java.nio.file.Path;
import org.umbral.shared.Failure;

/** What became of the wish to take a photo. */
public sealed interface CameraResult {
    /** The capture as the camera left it: in the clear, lying as it may, with all its metadata. */
    record Taken(Path file) implements CameraResult {}

    record Cancelled() implements CameraResult {}

    /** There is no camera, or we may not use it. */
    record Unavailable() implements CameraResult {}

    /** There was a photo, but it could not be kept; where the camera left it, it is still there. */
    record Failed(Failure failure) implements CameraResult {}
}
