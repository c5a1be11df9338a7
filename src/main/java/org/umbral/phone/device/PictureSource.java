package org.umbral.phone.device;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.umbral.shared.Bug;

/** Gives one picture file at a time: a camera, a gallery, a dialog or a folder. All on the UI thread. */
interface PictureSource {
    /** Asks for a file; the answer comes once, and empty means cancelled. Only where it {@link #isThere()}. */
    void ask(Consumer<Optional<Path>> answer);

    default boolean isThere() {
        return true;
    }

    /** Where there is nothing to ask. */
    static PictureSource none() {
        return new PictureSource() {
            @Override
            public void ask(Consumer<Optional<Path>> answer) {
                throw new Bug("there is nothing to ask");
            }

            @Override
            public boolean isThere() {
                return false;
            }
        };
    }
}
