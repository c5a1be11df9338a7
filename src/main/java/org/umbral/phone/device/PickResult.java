package org.umbral.phone.device;

import java.nio.file.Path;
import org.umbral.shared.Failure;

/** What became of the wish to choose a picture. */
public sealed interface PickResult {
    /** @param originalElsewhere the worker's own file is still where it was, for the worker to delete */
    record Picked(Path file, boolean originalElsewhere) implements PickResult {}

    record Cancelled() implements PickResult {}

    record Unavailable() implements PickResult {}

    /** A picture was chosen, but it could not be copied. */
    record Failed(Failure failure) implements PickResult {}
}
