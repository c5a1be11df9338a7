package org.umbral.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.shared.Failure;
import org.umbral.shared.TryAgain;

class TlsKeyTest {
    @TempDir
    Path folder;

    static int run(List<String> command) throws IOException {
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

    @Test
    void theKeyIsMadeOnceAndKeptForTheServiceAlone() throws Exception {
        TlsKey first = TlsKey.open(folder, TlsKeyTest::run);
        TlsKey again = TlsKey.open(folder, command -> 1);
        assertThat(again.spki()).isEqualTo(first.spki());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("tls.p12"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aKeytoolThatFailsIsNamed() {
        assertThatThrownBy(() -> TlsKey.open(folder, command -> 1))
                .isInstanceOf(TryAgain.class)
                .extracting(e -> ((Failure) e).reason())
                .isEqualTo("tls-key-not-made");
    }
}
