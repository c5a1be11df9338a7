package org.umbral.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.umbral.testing.TestPhotos;

/** Twenty photos of 12 megapixels in one case, taken through the real screen, in a process of 256 MB of heap. */
final class PhotoHeap {
    private static final int PHOTOS = 20;
    private static final int DRAWN = 4;

    boolean run() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("umbral-bench");
        try {
            Path camera = Files.createDirectories(folder.resolve("camera"));
            for (int i = 0; i < DRAWN; i++) {
                Files.write(
                        camera.resolve(i + ".jpg"),
                        TestPhotos.capture(TestPhotos.letter(4000, 3000, new Random(i).nextLong()), 6));
            }
            return ScreenProcess.run("-Xmx256m", PhotoHeapChild.class, folder.toString(), String.valueOf(PHOTOS));
        } finally {
            Folders.delete(folder);
        }
    }
}
