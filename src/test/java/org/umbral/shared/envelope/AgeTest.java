package org.umbral.shared.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.umbral.shared.Bug;
import org.umbral.shared.GiveUp;
import org.umbral.shared.secret.OpeningKey;
import org.umbral.shared.secret.SealingKey;
import org.umbral.testing.Seeds;

class AgeTest {
    private final OpeningKey key = OpeningKey.generate(Seeds.repeatable(1));
    private final OpeningKey other = OpeningKey.generate(Seeds.repeatable(2));

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4096, 65535, 65536, 65537, 131072, 300_000})
    void whatIsSealedOpensWithEitherKeyAndGrowsByLittle(int size) throws GiveUp {
        byte[] plain = bytes(size);
        byte[] sealed = Age.seal(plain, key.sealingKey(), other.sealingKey());
        assertThat(Age.open(sealed, key)).isEqualTo(plain);
        assertThat(Age.open(sealed, other)).isEqualTo(plain);
        assertThat(sealed.length - size).isLessThanOrEqualTo(330 + 16 * (size / 65536 + 1));
    }

    @Test
    void anotherKeyIsToldApartFromDamage() {
        byte[] sealed = Age.seal(bytes(100), key.sealingKey());
        assertThatThrownBy(() -> Age.open(sealed, other))
                .isInstanceOf(GiveUp.class)
                .hasMessage("not-sealed-to-this-key");
    }

    @Test
    void everyFlippedByteAndEveryCutIsFound() {
        byte[] sealed = Age.seal(bytes(50), key.sealingKey());
        for (int at = 0; at < sealed.length; at++) {
            byte[] flipped = sealed.clone();
            flipped[at] ^= 0x20;
            byte[] cut = Arrays.copyOf(sealed, at);
            assertThatThrownBy(() -> Age.open(flipped, key))
                    .as("flipped at %d", at)
                    .isInstanceOf(GiveUp.class);
            assertThatThrownBy(() -> Age.open(cut, key)).as("cut at %d", at).isInstanceOf(GiveUp.class);
        }
    }

    @Test
    void aCutAtAPieceBoundaryIsFound() {
        byte[] sealed = Age.seal(bytes(131072), key.sealingKey());
        int header = sealed.length - 2 * (65536 + 16);
        assertThatThrownBy(() -> Age.open(Arrays.copyOf(sealed, header + 65536 + 16), key))
                .isInstanceOf(GiveUp.class);
    }

    @Test
    void aSourceThatFailsIsNotTakenForDamage() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the disk went away");
            }
        };
        assertThatThrownBy(() -> Age.open(broken, OutputStream.nullOutputStream(), key))
                .isInstanceOf(IOException.class)
                .hasMessage("the disk went away");
    }

    @Test
    void theAgeCommandReadsWhatWeSealAndWeReadWhatItSeals(@TempDir Path folder) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/age")), "SKIPPED: the age command is not installed");
        byte[] plain = bytes(200_000);
        Path identity = Files.writeString(folder.resolve("key"), new String(key.encoded()) + "\n");
        Path ours = Files.write(folder.resolve("ours"), Age.seal(plain, key.sealingKey()));
        assertThat(run(folder, "age", "-d", "-i", identity.toString(), "-o", "plain", ours.toString()))
                .isZero();
        assertThat(folder.resolve("plain")).hasBinaryContent(plain);
        assertThat(run(folder, "age", "-r", key.sealingKey().text(), "-o", "theirs", "plain"))
                .isZero();
        assertThat(Age.open(Files.readAllBytes(folder.resolve("theirs")), key)).isEqualTo(plain);
    }

    @Test
    void sealingKeysThatAreNoneAreRefused() {
        assertThatThrownBy(() -> new SealingKey("age1nonsense")).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> SealingKey.of(new byte[3])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aKeyOfLowOrderIsNotSealedTo() {
        assertThatThrownBy(() -> Age.seal(bytes(10), SealingKey.of(new byte[SealingKey.BYTES])))
                .isInstanceOf(Bug.class);
    }

    @Test
    void streamsSealWhatTheyAreGivenAndStayOpen() throws Exception {
        var out = new java.io.ByteArrayOutputStream();
        Age.seal(new ByteArrayInputStream(bytes(70_000)), out, java.util.List.of(key.sealingKey()));
        assertThat(Age.open(out.toByteArray(), key)).hasSize(70_000);
    }

    private static int run(Path folder, String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .inheritIO()
                .start()
                .waitFor();
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
