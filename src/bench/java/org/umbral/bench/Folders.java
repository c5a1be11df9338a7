package org.umbral.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folders that a benchmark works in. */
final class Folders {
    private Folders() {}

    /** What a harness does in a folder; whether it met its bars. */
    interface Harness {
        boolean run(Path folder) throws Exception;
    }

    /** In a new folder, which goes where all went well and is kept for a look otherwise; below {@code -Dumbral.kept}. */
    static boolean with(Harness harness) throws Exception {
        Path below = Path.of(System.getProperty("umbral.kept", System.getProperty("java.io.tmpdir")));
        Path folder = Files.createTempDirectory(Files.createDirectories(below), "umbral-bench");
        boolean met = false;
        try {
            met = harness.run(folder);
            return met;
        } finally {
            if (met) {
                delete(folder);
            } else {
                System.out.println("kept for a look: " + folder);
            }
        }
    }

    static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path one : all) {
            Files.deleteIfExists(one);
        }
    }
}
