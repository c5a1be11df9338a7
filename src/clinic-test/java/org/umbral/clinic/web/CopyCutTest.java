package org.umbral.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.testing.CopyDesk;
import org.umbral.testing.SealedCase;

/** A browser that goes away in the middle of a copy. */
class CopyCutTest {
    private static final int PHOTOS = 8;

    @TempDir
    Path folder;

    @Test
    void aCutConnectionLeavesNoHalfFileAtTheClinicAndIsSaid() throws Exception {
        try (CopyDesk desk = new CopyDesk(folder)) {
            SealedCase sample = desk.consented(desk.phone, "GIVEN");
            byte[] noise = new byte[3 << 20];
            new Random(20261122).nextBytes(noise);
            for (int i = 0; i < PHOTOS; i++) {
                SealedCase.SealedPhoto photo = sample.photo(noise);
                desk.clinic.deliver(desk.phone, sample.sitting(sample.page(photo)));
                desk.clinic.deliver(desk.phone, photo.envelope());
            }
            Map<String, String> form = desk.form("/export", Map.of("count", "1"));
            Set<String> before = files();
            cut(desk, form);
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(desk.get("/export").text()).contains("The last copy was cut off"));
            assertThat(files()).isEqualTo(before);
        }
    }

    /** Reads the first hundred kilobytes of the answer. */
    private static void cut(CopyDesk desk, Map<String, String> form) throws IOException {
        String body = form.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        URI address = URI.create(desk.address);
        try (Socket socket = new Socket(address.getHost(), address.getPort());
                InputStream answer = socket.getInputStream()) {
            String request = String.join(
                    "\r\n",
                    "POST /export HTTP/1.1",
                    "Host: " + address.getAuthority(),
                    "Cookie: umbral-session=" + desk.cookie,
                    "Content-Type: application/x-www-form-urlencoded",
                    "Content-Length: " + body.length(),
                    "",
                    body);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(answer.readNBytes(100_000), StandardCharsets.ISO_8859_1))
                    .startsWith("HTTP/1.1 200")
                    .contains("facts.json");
        }
    }

    private Set<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(path -> folder.relativize(path).toString())
                    .collect(Collectors.toSet());
        }
    }
}
