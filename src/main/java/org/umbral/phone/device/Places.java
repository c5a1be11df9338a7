package org.umbral.phone.device;

import java.nio.file.Path;
import java.util.List;

/**
 * Where files are.
 *
 * @param home the app's private folder; no other app reads it, and no backup should
 * @param cameraFolders where the platform's camera and gallery leave files for us
 */
public record Places(Path home, List<Path> cameraFolders) {
    public Places {
        cameraFolders = List.copyOf(cameraFolders);
    }

    /** The folder of captures in the clear. */
    public Path captures() {
        return home.resolve("captures");
    }
}
