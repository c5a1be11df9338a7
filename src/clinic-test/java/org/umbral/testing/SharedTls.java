package org.umbral.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.umbral.clinic.TlsKey;
import org.umbral.clinic.store.Disk;
import org.umbral.shared.TryAgain;

/** One TLS key for the clinics of a process: keytool, a process of its own, takes longer than many a test. */
public final class SharedTls {
    private static final String FILE = "tls.p12";
    private static final Path HOME = make();

    private SharedTls() {}

    public static TlsKey key() {
        try {
            return TlsKey.open(HOME, new Disk(), command -> 1);
        } catch (TryAgain e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a clinic finds where it would make a key. */
    public static void copyTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.copy(HOME.resolve(FILE), folder.resolve(FILE), StandardCopyOption.COPY_ATTRIBUTES);
    }

    private static Path make() {
        try {
            Path folder = Files.createTempDirectory("umbral-tls");
            folder.toFile().deleteOnExit();
            TlsKey.open(folder, new Disk(), SilentCommand::run);
            folder.resolve(FILE).toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TryAgain e) {
            throw new IllegalStateException(e);
        }
    }
}
