package org.umbral.shared.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.shared.GiveUp;
import org.umbral.shared.secret.OpeningKey;
import org.umbral.testing.Seeds;

class RewrapTest {
    private final OpeningKey clinic = OpeningKey.generate(Seeds.repeatable(1));
    private final OpeningKey phone = OpeningKey.generate(Seeds.repeatable(2));
    private final OpeningKey once = OpeningKey.generate(Seeds.repeatable(3));
    private final byte[] plain = bytes(150_000);

    @Test
    void onlyTheNewKeyOpensItAndWhatIsSealedStaysByteForByte() throws Exception {
        byte[] sealed = Age.seal(plain, phone.sealingKey(), clinic.sealingKey());
        byte[] again = rewrap(sealed, List.of(phone, clinic));
        assertThat(Age.open(again, once)).isEqualTo(plain);
        assertThatThrownBy(() -> Age.open(again, clinic)).hasMessage("not-sealed-to-this-key");
        int payload = 16 + plain.length + 3 * 16;
        assertThat(tail(again, payload)).isEqualTo(tail(sealed, payload));
    }

    @Test
    void anOlderIdentityOfTheClinicIsFoundAmongSeveral() throws Exception {
        byte[] again = rewrap(Age.seal(plain, clinic.sealingKey()), List.of(phone, once, clinic));
        assertThat(Age.open(again, once)).isEqualTo(plain);
    }

    @Test
    void aKeyThatItWasNotSealedToIsToldApartFromDamage() {
        byte[] sealed = Age.seal(bytes(10), clinic.sealingKey());
        assertThatThrownBy(() -> rewrap(sealed, List.of(phone)))
                .isInstanceOf(GiveUp.class)
                .hasMessage("not-sealed-to-this-key");
    }

    @Test
    void everyFlippedByteAndEveryCutOfTheHeaderIsFound() {
        byte[] sealed = Age.seal(bytes(50), clinic.sealingKey());
        int header = sealed.length - 16 - 50 - 16;
        for (int at = 0; at < header; at++) {
            byte[] flipped = sealed.clone();
            flipped[at] ^= 0x01;
            byte[] cut = Arrays.copyOf(sealed, at);
            assertThatThrownBy(() -> rewrap(flipped, List.of(clinic)))
                    .as("flipped at %d", at)
                    .isInstanceOf(GiveUp.class);
            assertThatThrownBy(() -> rewrap(cut, List.of(clinic)))
                    .as("cut at %d", at)
                    .isInstanceOf(GiveUp.class);
        }
    }

    @Test
    void theAgeCommandOpensItWithAKeyFileLockedByAPassphrase(@TempDir Path folder) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/age")), "SKIPPED: the age command is not installed");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "SKIPPED: no command that gives age a terminal");
        byte[] identity = (new String(once.encoded()) + "\n").getBytes(StandardCharsets.US_ASCII);
        byte[] passphrase = "7KQ4X-M0000-00000-00000-ABCDE".getBytes(StandardCharsets.US_ASCII);
        Files.write(folder.resolve("key.age"), Age.sealToPassphrase(identity, passphrase));
        Files.write(folder.resolve("sealed"), rewrap(Age.seal(plain, clinic.sealingKey()), List.of(clinic)));
        assertThat(typed(folder, "00000-00000-00000-00000-00000")).isNotZero();
        assertThat(typed(folder, new String(passphrase, StandardCharsets.US_ASCII)))
                .isZero();
        assertThat(folder.resolve("plain")).hasBinaryContent(plain);
    }

    /** The age command, which reads a passphrase from a terminal only. */
    private static int typed(Path folder, String passphrase) throws IOException, InterruptedException {
        Process age = new ProcessBuilder("script", "-qec", "age -d -i key.age -o plain sealed", "/dev/null")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var keyboard = age.getOutputStream()) {
            keyboard.write((passphrase + "\n").getBytes(StandardCharsets.US_ASCII));
            keyboard.flush();
            return age.waitFor();
        }
    }

    private byte[] rewrap(byte[] sealed, List<OpeningKey> from) throws IOException, GiveUp {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Age.rewrap(new ByteArrayInputStream(sealed), out, from, once.sealingKey());
        return out.toByteArray();
    }

    private static byte[] tail(byte[] bytes, int length) {
        return Arrays.copyOfRange(bytes, bytes.length - length, bytes.length);
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
