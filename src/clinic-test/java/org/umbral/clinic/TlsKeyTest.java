package org.umbral.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.clinic.store.Disk;
import org.umbral.shared.Failure;
import org.umbral.shared.TryAgain;
import org.umbral.testing.SilentCommand;

class TlsKeyTest {
    @TempDir
    Path folder;

    @Test
    void theKeyIsMadeOnceAndKeptForTheServiceAlone() throws Exception {
        TlsKey first = TlsKey.open(folder, new Disk(), SilentCommand::run);
        TlsKey again = TlsKey.open(folder, new Disk(), command -> 1);
        assertThat(again.spki()).isEqualTo(first.spki());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("tls.p12"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aKeyThatTheDiskDidNotTakeForSureIsNoKey() throws Exception {
        FaultyDisk disk = new FaultyDisk();
        disk.fail(FaultyDisk.Fault.FORCE);
        assertThatThrownBy(() -> TlsKey.open(folder, disk, SilentCommand::run)).isInstanceOf(TryAgain.class);
        assertThat(folder.resolve("tls.p12")).doesNotExist();
        disk.fail(FaultyDisk.Fault.NONE);
        assertThat(TlsKey.open(folder, disk, SilentCommand::run).spki()).isNotNull();
        disk.fail(FaultyDisk.Fault.FORCE);
        assertThatThrownBy(() -> TlsKey.open(folder, disk, SilentCommand::run))
                .as("a name that a killed process did not force")
                .isInstanceOf(TryAgain.class);
    }

    @Test
    void aKeytoolThatFailsIsNamed() {
        assertThatThrownBy(() -> TlsKey.open(folder, new Disk(), command -> 1))
                .isInstanceOf(TryAgain.class)
                .extracting(e -> ((Failure) e).reason())
                .isEqualTo("tls-key-not-made");
    }
}
