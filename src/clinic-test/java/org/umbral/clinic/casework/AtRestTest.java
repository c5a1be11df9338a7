package org.umbral.clinic.casework;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.casefile.EntryJson;
import org.umbral.shared.envelope.Envelope;
import org.umbral.testing.FolderTree;
import org.umbral.testing.SamplePhone;
import org.umbral.testing.SealedCase;
import org.umbral.testing.StaffedClinic;

/** What lies on the clinic's disk says nothing, and opens without Umbral for who holds the recovery sheet. */
class AtRestTest {
    private static final Path AGE = Path.of("/usr/bin/age");
    private static final List<String> PLANTED =
            List.of(SealedCase.NAME, "FICTICIO PRUEBA", "Berta FICTICIO", "+1 202 555 0123", "operación en diez");

    @TempDir
    Path folder;

    @TempDir
    Path elsewhere;

    @Test
    void plantedWordsAreOnNoFileBeforeALoginNorWhileOneWorksNorAfterIt() throws Exception {
        try (StaffedClinic clinic = new StaffedClinic(folder)) {
            SamplePhone phone;
            try (StaffSession session = clinic.session()) {
                phone = clinic.join(session, "Trabajador FICTICIO PRUEBA");
            }
            SealedCase sample = new SealedCase(phone, clinic.random);
            clinic.deliver(phone, sample.firstSitting("ROUTINE"));
            requireNothingReadable();

            String cookie = clinic.cookie();
            try (StaffSession session = clinic.login.resume(cookie).orElseThrow()) {
                assertThat(clinic.desk.queue(session)).hasSize(1);
                clinic.desk.open(session, sample.id);
            }
            requireNothingReadable();
            clinic.login.logout(cookie);
            requireNothingReadable();
        }
        requireNothingReadable();
    }

    @Test
    void theAgeToolOpensAnEnvelopeWithTheRecoverySheetAlone() throws Exception {
        assumeTrue(Files.isExecutable(AGE), "the age command is not installed: its reading is not proven here");
        try (StaffedClinic clinic = new StaffedClinic(folder);
                StaffSession session = clinic.session()) {
            SamplePhone phone = clinic.join(session, "Trabajador FICTICIO");
            SealedCase sample = new SealedCase(phone, clinic.random);
            Entry entry = sample.entry(sample.words("ROUTINE"));
            Path identity = Files.writeString(elsewhere.resolve("sheet"), clinic.sheet.ageIdentity() + "\n");

            Path envelope = written("entry", sample.sealed(entry));
            byte[] line = shell("age -d -i " + identity + " " + envelope + " | zcat | tail -1");
            assertThat(line).isEqualTo((new String(EntryJson.write(entry), UTF_8) + "\n").getBytes(UTF_8));

            byte[] jpeg = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 1, 2, 3, (byte) 0xFF, (byte) 0xD9};
            Path photo = written("photo", sample.photo(jpeg).envelope());
            assertThat(shell("age -d -i " + identity + " " + photo)).isEqualTo(jpeg);
        }
    }

    @Test
    void whatWasOpenedOnceIsListedFromItsCardWithoutItsEntries() throws Exception {
        try (StaffedClinic clinic = new StaffedClinic(folder)) {
            List<Desk.QueueRow> listed;
            try (StaffSession session = clinic.session()) {
                SamplePhone phone = clinic.join(session, "Trabajador FICTICIO");
                for (int i = 0; i < 20; i++) {
                    clinic.deliver(phone, new SealedCase(phone, clinic.random).firstSitting("ROUTINE"));
                }
                listed = clinic.desk.queue(session);
            }
            FolderTree.delete(folder.resolve("envelopes"));

            try (StaffSession session = clinic.session()) {
                assertThat(clinic.desk.queue(session)).hasSize(20).isEqualTo(listed);
            }
        }
    }

    private Path written(String name, Envelope envelope) throws IOException {
        return Files.write(elsewhere.resolve(name), envelope.bytes());
    }

    private static byte[] shell(String command) throws Exception {
        Process process = new ProcessBuilder("sh", "-c", command).start();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        process.getInputStream().transferTo(out);
        assertThat(process.waitFor())
                .as(new String(process.getErrorStream().readAllBytes(), UTF_8))
                .isZero();
        return out.toByteArray();
    }

    private void requireNothingReadable() throws IOException {
        List<Path> files;
        try (var walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        assertThat(files).isNotEmpty();
        List<String> found = new ArrayList<>();
        for (Path file : files) {
            String bytes = new String(Files.readAllBytes(file), ISO_8859_1);
            for (String word : PLANTED) {
                for (Charset charset : List.of(ISO_8859_1, UTF_8, UTF_16LE, UTF_16BE)) {
                    if (bytes.contains(new String(word.getBytes(charset), ISO_8859_1))) {
                        found.add(word + " in " + file.getFileName());
                    }
                }
            }
        }
        assertThat(found).isEmpty();
    }
}
