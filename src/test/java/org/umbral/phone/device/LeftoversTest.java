package org.umbral.phone.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.umbral.phone.disk.PhoneFiles;
import org.umbral.phone.disk.PowerDisk;
import org.umbral.shared.Failure;
import org.umbral.shared.Sha256;
import org.umbral.shared.TryAgain;
import org.umbral.testing.FaultyFiles;
import org.umbral.testing.PowerCut;
import org.umbral.testing.Seeds;
import org.umbral.testing.TestPhone;

class LeftoversTest {
    private static final byte[] CAPTURE = {7, 7, 7};

    private final FaultyFiles files = new FaultyFiles();

    @TempDir
    Path folder;

    private Path root;
    private Path cache;
    private Path captures;
    private Leftovers leftovers;

    @BeforeEach
    void twoFolders() throws Exception {
        root = Files.createDirectory(folder.resolve("phone"));
        cache = Files.createDirectories(root.resolve("cache"));
        captures = root.resolve("home/captures");
        leftovers = new Leftovers(files, captures, List.of(cache));
    }

    @Test
    void whatTheCameraLeftWhenWeWereKilledIsFound() throws Exception {
        Path shot = Files.write(cache.resolve("IMG_2026.jpg"), CAPTURE);

        List<Path> found = leftovers.inTheClear();

        assertThat(found).hasSize(1).allMatch(file -> file.startsWith(captures));
        assertThat(Files.readAllBytes(found.get(0))).isEqualTo(CAPTURE);
        assertThat(shot).doesNotExist();
    }

    @Test
    void whatIsNoPictureStaysWithItsOwner() throws Exception {
        Path library = Files.write(cache.resolve("native.so"), CAPTURE);

        assertThat(leftovers.inTheClear()).isEmpty();
        assertThat(library).exists();
    }

    @Test
    void nothingIsLostOrDoubledWhereverTheMoveIsCut() throws Exception {
        for (int cut = 1; cut <= 4; cut++) {
            Files.write(cache.resolve("IMG_2026.jpg"), CAPTURE);
            FaultyFiles dying = new FaultyFiles().cutAt(cut, 2);
            try {
                new Leftovers(dying, captures, List.of(cache)).inTheClear();
            } catch (Failure e) {
                assertThat(e).isInstanceOf(TryAgain.class);
            }

            List<Path> found = leftovers.inTheClear();

            assertThat(found).as("cut at change %d", cut).hasSize(1);
            assertThat(Files.readAllBytes(found.get(0))).isEqualTo(CAPTURE);
            assertThat(cache).isEmptyDirectory();
            try (var all = Files.list(captures)) {
                assertThat(all).hasSize(1);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.umbral.testing.Seeds#fifty")
    void nothingIsLostOrDoubledWhereverThePowerGoes(long seed) throws Exception {
        Random chance = Seeds.repeatable(seed);
        PowerCut power = new PowerCut(root, 1 + chance.nextInt(25));
        Set<Sha256> taken = new HashSet<>();
        for (int i = 0; i < 3; i++) {
            byte[] picture = TestPhone.picture(chance.nextLong(), 200 + chance.nextInt(3000));
            Path shot = Files.write(cache.resolve("IMG_" + i + ".jpg"), picture);
            power.made(shot);
            power.forced(shot);
            taken.add(Sha256.of(picture));
        }
        power.forced(cache);
        try {
            new Leftovers(PowerDisk.under(power), captures, List.of(cache)).inTheClear();
        } catch (TryAgain powerIsOff) {
            assertThat(powerIsOff).hasMessage("file-unreadable");
        }

        Path after = root.resolveSibling("after");
        power.survivors(after, chance);
        List<Path> found = new Leftovers(
                        PhoneFiles.onDisk(), after.resolve("home/captures"), List.of(after.resolve("cache")))
                .inTheClear();

        assertThat(found).hasSize(3);
        for (Path one : found) {
            assertThat(taken).contains(Sha256.of(Files.readAllBytes(one)));
        }
    }

    @Test
    void whatWasHalfErasedIsNoCaptureAndGoes() throws Exception {
        Path half = Files.write(cache.resolve("IMG_2026.JPG" + PhoneFiles.PART), new byte[] {0, 0, 7});
        Path other = Files.write(cache.resolve("index" + PhoneFiles.PART), CAPTURE);

        assertThat(leftovers.inTheClear()).isEmpty();
        assertThat(half).doesNotExist();
        assertThat(other).exists();
    }

    @Test
    void onAFullDiskAPictureIsListedWhereItLies() throws Exception {
        Path shot = Files.write(cache.resolve("IMG_2026.jpg"), CAPTURE);
        files.fullFrom(1);

        assertThat(leftovers.inTheClear()).containsExactly(shot);

        files.makeRoom();
        assertThat(leftovers.inTheClear()).hasSize(1).allMatch(file -> file.startsWith(captures));
    }

    @Test
    void aFileThatIsTooLargeIsNotCopied() throws Exception {
        Path film = root.resolve("film.jpg");
        try (var out = new RandomAccessFile(film.toFile(), "rw")) {
            out.setLength(PhotoWorkshop.MAX_BYTES + 1L);
        }

        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> leftovers.copy(film, captures))
                .satisfies(failure -> assertThat(failure.reason()).isEqualTo("picture-too-large"));
        assertThat(leftovers.inTheClear()).isEmpty();
    }
}
