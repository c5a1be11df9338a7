package org.umbral.phone.device;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Gives one picture file at a time: a camera, a gallery, a dialog or a folder. All on the UI thread. */
interface PictureSource {
    /** Asks for a file; the answer comes once, and empty means cancelled. Only where it {@link #isThere()}. */
    void ask(Consumer<Optional<Path>> answer);

    default boolean isThere() {
        return true;
    }
}
