package org.umbral.phone.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.testing.FaultyFiles;

class PhoneFilesTest {
    private static final byte[] OLD = {1, 2, 3};
    private static final byte[] NEW = {4, 5, 6, 7};

    private final PhoneFiles files = PhoneFiles.onDisk();

    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsReadAndReplacesWhatWasThere() throws Exception {
        Path deep = folder.resolve("deep/er");
        Path file = deep.resolve("file");

        files.write(file, OLD);
        files.write(file, NEW);

        assertThat(files.read(file)).isEqualTo(NEW);
        assertThat(files.size(file)).isEqualTo(4);
        assertThat(files.list(deep)).containsExactly(file);
    }

    @Test
    void fromAPlaceOnTheRestIsReadAndUnderItsOtherNameAllOfIt() throws Exception {
        Path file = folder.resolve("file");
        Path other = folder.resolve("other");
        files.write(file, NEW);

        files.rename(file, other);

        try (InputStream rest = files.read(other, 1)) {
            assertThat(rest.readAllBytes()).containsExactly(5, 6, 7);
        }
        assertThat(files.list(folder)).containsExactly(other);
        Files.setLastModifiedTime(other, FileTime.from(Instant.EPOCH));
        assertThat(files.modified(other)).isEqualTo(Instant.EPOCH);
    }

    @Test
    void onlyTheOwnerReadsIt() throws Exception {
        Path own = folder.resolve("private");
        Path file = own.resolve("file");
        files.write(file, OLD);
        Files.createFile(own.resolve("file" + PhoneFiles.PART));

        files.write(file, NEW);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(own)))
                .isEqualTo("rwx------");
    }

    @Test
    void aWriteThatCannotEndLeavesTheOldFileAndNothingElse() throws Exception {
        Path file = folder.resolve("file");
        Files.createDirectories(file.resolve("occupied"));

        assertThatIOException().isThrownBy(() -> files.write(file, NEW));

        assertThat(files.list(folder)).isEmpty();
        assertThat(file.resolve("occupied")).isDirectory();
    }

    @Test
    void erasingWhatIsGoneIsDone() throws Exception {
        Path file = folder.resolve("file");
        files.write(file, OLD);

        files.erase(file);
        files.erase(file);

        assertThat(files.list(folder)).isEmpty();
    }

    @Test
    void erasedBytesAreOverwrittenWhereTheyLay() throws Exception {
        Path file = folder.resolve("file");
        files.write(file, new byte[200_000]);
        Files.write(file, OLD);
        Path otherName = Files.createLink(folder.resolve("link"), file);

        files.erase(file);

        assertThat(files.read(otherName)).containsOnly(0).hasSize(3);
    }

    @Test
    void whatIsDiscardedIsNoWholeFileAnyMoreWhenThatIsCutInTheMiddle() throws Exception {
        Path file = folder.resolve("file");
        PhoneFiles dying = new DiskFiles(new Disk() {
            @Override
            void overwrite(Path half) throws IOException {
                throw new IOException("the power is gone");
            }
        });
        dying.write(file, OLD);

        assertThatIOException().isThrownBy(() -> dying.discard(file));

        assertThat(files.list(folder)).containsExactly(folder.resolve("file" + PhoneFiles.PART));
        files.discard(file);
        files.erase(folder.resolve("file" + PhoneFiles.PART));
        assertThat(files.list(folder)).isEmpty();
    }

    @Test
    void aFolderThatSomebodyTookAwayIsMadeAgain() throws Exception {
        Path file = folder.resolve("deep/er/file");
        files.write(file, OLD);
        for (Path one = file; !one.equals(folder); one = one.resolveSibling(".").normalize()) {
            Files.delete(one);
        }

        files.write(file, NEW);

        assertThat(files.read(file)).isEqualTo(NEW);
    }

    @Test
    void aFolderThatIsNotThereHasNoFiles() throws Exception {
        assertThat(files.list(folder.resolve("none"))).isEmpty();
    }

    @Test
    void aFullDiskHasItsOwnReason() throws Exception {
        FaultyFiles faulty = new FaultyFiles().fullFrom(2);
        faulty.write(folder.resolve("one"), OLD);

        assertThatIOException()
                .isThrownBy(() -> faulty.write(folder.resolve("two"), OLD))
                .satisfies(e -> assertThat(PhoneFiles.explain(e).reason()).isEqualTo("disk-full"));
        assertThat(PhoneFiles.explain(new IOException()).reason()).isEqualTo("file-unreadable");
    }

    @Test
    void everyReasonHasWordsInBothLanguages() {
        for (Locale language : List.of(Locale.ENGLISH, Locale.forLanguageTag("es"))) {
            ResourceBundle words = ResourceBundle.getBundle("org.umbral.phone.failures", language);
            assertThat(words.keySet())
                    .contains(
                            "failure.disk-full",
                            "failure.file-unreadable",
                            "failure.not-a-picture",
                            "failure.picture-too-large");
        }
    }
}
