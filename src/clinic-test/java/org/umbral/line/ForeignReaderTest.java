package org.umbral.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.clinic.store.ClinicStore;
import org.umbral.clinic.store.StoredEnvelope;
import org.umbral.line.LineFixture.Captured;
import org.umbral.phone.Delivery;
import org.umbral.shared.Failure;
import org.umbral.shared.Json;
import org.umbral.testing.SilentCommand;

/** What travelled opens with the standard age tool and the key of the recovery sheet, without Umbral. */
class ForeignReaderTest {
    @TempDir
    Path folder;

    private LineFixture line;
    private Path key;

    @BeforeEach
    void delivered() throws Exception {
        line = LineFixture.joined(folder);
        key = Files.writeString(folder.resolve("key"), line.clinic.recoveryKey() + "\n");
    }

    @AfterEach
    void close() {
        line.close();
    }

    @Test
    void ageAndZcatShowTheCaseAndAgeThePhotos() throws Exception {
        boolean there = SilentCommand.run(List.of("sh", "-c", "command -v age && command -v zcat")) == 0;
        if (!there) {
            System.out.println("SKIPPED: the age command is missing (apt-get install age)");
        }
        assumeTrue(there);
        Captured captured = line.capture();
        line.phone.intake().leave(captured.id());
        line.awaitState(captured.id(), Delivery.State.DELIVERED);

        int photos = 0;
        try (ClinicStore store = line.clinic.store()) {
            for (StoredEnvelope envelope : store.envelopes().since(0, 10)) {
                Path file = Files.write(
                        folder.resolve("envelope"), store.envelopes().read(envelope));
                if (envelope.inParts()) {
                    var image = ImageIO.read(new ByteArrayInputStream(shell("age -d -i key envelope")));
                    assertThat(Math.max(image.getWidth(), image.getHeight())).isEqualTo(2000);
                    photos++;
                } else {
                    assertThat(file).hasSize(envelope.size());
                    String json = new String(shell("age -d -i key envelope | zcat | tail -1"), StandardCharsets.UTF_8);
                    assertThat(Json.tree(json.getBytes(StandardCharsets.UTF_8)).toString())
                            .contains(captured.id().text())
                            .contains("Ana María Ficticio Prueba");
                }
            }
        }
        assertThat(photos).isEqualTo(3);
        assertThat(key).exists();
    }

    private byte[] shell(String command) throws IOException, InterruptedException, Failure {
        Process process = new ProcessBuilder("sh", "-c", command)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        byte[] printed = process.getInputStream().readAllBytes();
        assertThat(process.waitFor()).as(command).isZero();
        return printed;
    }
}
