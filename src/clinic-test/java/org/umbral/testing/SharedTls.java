package org.umbral.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.umbral.clinic.TlsKey;
import org.umbral.shared.TryAgain;

/** One TLS key for the clinics of a process: keytool, a process of its own, takes longer than many a test. */
public final class SharedTls {
    private static final String FILE = "tls.p12";
    private static final Path HOME = make();

    private SharedTls() {}

    public static TlsKey key() {
        try {
            return TlsKey.open(HOME, command -> 1);
        } catch (TryAgain e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a clinic finds where it would make a key. */
    public static void copyTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.copy(HOME.resolve(FILE), folder.resolve(FILE), StandardCopyOption.COPY_ATTRIBUTES);
    }

    /** The JDK's, without a word of what it says. */
    public static int keytool(List<String> command) throws IOException {
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

    private static Path make() {
        try {
            Path folder = Files.createTempDirectory("umbral-tls");
            folder.toFile().deleteOnExit();
            TlsKey.open(folder, SharedTls::keytool);
            folder.resolve(FILE).toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TryAgain e) {
            throw new IllegalStateException(e);
        }
    }
}
