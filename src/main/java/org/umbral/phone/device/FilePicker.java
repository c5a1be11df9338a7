package org.umbral.phone.device;

import java.nio.file.Path;
import java.util.function.Consumer;

/** Lets the worker choose a picture that is on the phone already. Called on the UI thread, answers on the UI thread. */
public interface FilePicker {
    /** @param intoFolder private to the app; a copy is in it, forced to disk, before the answer says so */
    void pickPicture(Path intoFolder, Consumer<PickResult> answer);
}
