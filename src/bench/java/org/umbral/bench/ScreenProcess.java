package org.umbral.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.umbral.testing.ClassPath;

/** A process of its own with screens that nobody sees. */
final class ScreenProcess {
    private ScreenProcess() {}

    /** Whether the process ended well. */
    static boolean run(String heap, Class<?> main, String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                heap,
                "-Dprism.order=sw",
                "-Dprism.cacheLayoutSize=0",
                "-Dglass.platform=Monocle",
                "-Dmonocle.platform=Headless",
                "--add-exports=javafx.graphics/com.sun.glass.ui=ALL-UNNAMED",
                "-cp",
                ClassPath.own(),
                main.getName()));
        command.addAll(List.of(args));
        return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
    }
}
