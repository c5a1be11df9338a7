package org.umbral.line;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** How a process that is to be killed and its killer speak: a line for each point that it passes, and for each order. */
final class Told {
    private static final FileOutputStream OUT = new FileOutputStream(FileDescriptor.out);

    private static final int FAILED = 3;

    private Told() {}

    /** What a process may do. */
    @FunctionalInterface
    interface Life {
        void live() throws Exception;
    }

    /** Lives, and ends all threads with whatever went wrong. */
    static void ending(Life life) {
        try {
            life.live();
        } catch (Exception e) {
            e.printStackTrace();
            Runtime.getRuntime().halt(FAILED);
        }
    }

    /** Says at once what this process has come to; from any thread. */
    static synchronized void say(String point) {
        try {
            OUT.write((point + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException nobodyListens) {
            Runtime.getRuntime().halt(1);
        }
    }

    /** Hears orders until the killer is gone, on a thread of its own. */
    static void hear(Consumer<String[]> orders) {
        Thread ears = new Thread(
                () -> {
                    try (BufferedReader in =
                            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
                        for (String line = in.readLine(); line != null; line = in.readLine()) {
                            orders.accept(line.split(" "));
                        }
                        Runtime.getRuntime().halt(1);
                    } catch (IOException gone) {
                        Runtime.getRuntime().halt(1);
                    }
                },
                "orders");
        ears.setDaemon(true);
        ears.start();
    }
}
