package org.umbral.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The longest that the UI thread is busy while somebody types, scrolls 300 cases, and adds a photo of 12 megapixels. */
final class Stalls {
    boolean run() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("umbral-bench");
        try {
            return ScreenProcess.run(
                    "-Xmx512m", StallsChild.class, folder.resolve("phone").toString());
        } finally {
            Folders.delete(folder);
        }
    }
}
