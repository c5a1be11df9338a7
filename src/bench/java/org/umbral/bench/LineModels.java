package org.umbral.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import org.umbral.model.LineCheck;

/**
 * Generated histories of the whole line, a real phone and a real clinic, against a simple model. In memory where the
 * machine has such a folder: nothing here cuts power.
 */
final class LineModels {
    private static final int HISTORIES = 3000;
    private static final Path IN_MEMORY = Path.of("/dev/shm");

    boolean run() throws Exception {
        Path folder = Files.isWritable(IN_MEMORY)
                ? Files.createTempDirectory(IN_MEMORY, "umbral-bench")
                : Files.createTempDirectory("umbral-bench");
        try {
            LineCheck check = new LineCheck(folder);
            return new Histories(HISTORIES).hold(check::wrong, "that end otherwise than promised", check::figures);
        } finally {
            Folders.delete(folder);
        }
    }
}
