package org.umbral.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Copies of a case with many photos and of many cases, in a process whose heap is far smaller than what flows through it. */
final class LargeCopies {
    boolean run() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("umbral-bench");
        try {
            return ScreenProcess.run("-Xmx96m", LargeCopiesChild.class, folder.toString());
        } finally {
            Folders.delete(folder);
        }
    }
}
