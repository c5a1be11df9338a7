package org.umbral.testing;

import java.io.IOException;
import java.util.List;

/** Another program, run to its end without a word of what it says. */
public final class SilentCommand {
    private SilentCommand() {}

    /** Its exit value; 1 where the wait for it was interrupted. */
    public static int run(List<String> command) throws IOException {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }
}
