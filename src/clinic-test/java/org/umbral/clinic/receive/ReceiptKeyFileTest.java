package org.umbral.clinic.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.shared.Failure;
import org.umbral.shared.TryAgain;

class ReceiptKeyFileTest {
    @TempDir
    Path folder;

    @Test
    void theKeyIsMadeOnceAndKeptForTheServiceAlone() throws Exception {
        Path file = folder.resolve("receipt.key");
        try (ReceiptKeyFile first = ReceiptKeyFile.open(folder, new SecureRandom());
                ReceiptKeyFile again = ReceiptKeyFile.open(folder, new SecureRandom())) {
            assertThat(again.verifyingKey()).isEqualTo(first.verifyingKey());
        }
        assertThat(file).hasSize(32);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aDamagedKeyIsNeverReplaced() throws Exception {
        Path file = folder.resolve("receipt.key");
        Files.write(file, new byte[5]);
        assertThatThrownBy(() -> ReceiptKeyFile.open(folder, new SecureRandom()))
                .isInstanceOf(TryAgain.class)
                .extracting(e -> ((Failure) e).reason())
                .isEqualTo("receipt-key-unreadable");
        assertThat(file).hasSize(5);
    }
}
