package org.umbral.bench;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
            Process child = new ProcessBuilder(
                            java(),
                            "-Xmx256m",
                            "-Dprism.order=sw",
                            "-Dprism.cacheLayoutSize=0",
                            "-Dglass.platform=Monocle",
                            "-Dmonocle.platform=Headless",
                            "--add-exports=javafx.graphics/com.sun.glass.ui=ALL-UNNAMED",
                            "-cp",
                            classPath(),
                            PhotoHeapChild.class.getName(),
                            folder.toString(),
                            String.valueOf(PHOTOS))
                    .inheritIO()
                    .start();
            return child.waitFor() == 0;
        } finally {
            Folders.delete(folder);
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Maven runs a benchmark in its own process, behind a loader of its own. */
    private static String classPath() {
        if (PhotoHeap.class.getClassLoader() instanceof URLClassLoader loader) {
            return Stream.of(loader.getURLs()).map(URL::getPath).collect(Collectors.joining(":"));
        }
        return System.getProperty("java.class.path");
    }
}
