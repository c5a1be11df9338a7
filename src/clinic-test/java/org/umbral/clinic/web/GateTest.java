package org.umbral.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.umbral.testing.LoginFake;
import org.umbral.testing.SampleClinic;
import org.umbral.testing.WebVisitor;

class GateTest {
    private final SampleClinic clinic = SampleClinic.atWork();
    private final WebVisitor visitor = new WebVisitor();

    @AfterEach
    void stop() {
        clinic.close();
    }

    @Test
    void everyAnswerCarriesThePolicyAndIsNotStored() {
        visitor.loggedIn(clinic);
        List<String> paths = List.of("/login", "/queue", "/case/" + clinic.main.id(), "/phones", "/nowhere");
        assertThat(paths).allSatisfy(path -> {
            var answer = visitor.get(clinic.url(path));
            assertThat(answer.header("Content-Security-Policy"))
                    .startsWith("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'")
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
            assertThat(answer.header("Server")).isEmpty();
        });
    }

    @Test
    void aPhotoIsAJpegThatNoCacheKeeps() {
        visitor.loggedIn(clinic);
        var photo = visitor.get(clinic.url("/case/" + clinic.main.id() + "/photo/" + clinic.firstPhoto));
        assertThat(photo.status()).isEqualTo(200);
        assertThat(photo.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(photo.header("Cache-Control")).isEqualTo("no-store");
        assertThat(photo.bytes()).startsWith(0xFF, 0xD8);
    }

    @Test
    void ourOwnFilesAreKeptForGoodUnderAnAddressOfTheirContent() {
        String page = visitor.get(clinic.url("/login")).text();
        String css = page.replaceAll("(?s).*href=\"(/assets/[0-9a-f]+/umbral.css)\".*", "$1");
        var answer = visitor.get(clinic.url(css));
        assertThat(answer.header("Content-Type")).startsWith("text/css");
        assertThat(answer.header("Cache-Control")).contains("immutable").contains("max-age=31536000");
        assertThat(visitor.get(clinic.url("/assets/0000000000000000/umbral.css"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void noPageHasScriptOrStyleInIt() {
        visitor.loggedIn(clinic);
        assertThat(List.of("/queue", "/case/" + clinic.main.id(), "/phones", "/set-aside", "/help"))
                .allSatisfy(path -> assertThat(visitor.get(clinic.url(path)).text())
                        .doesNotContainPattern("<script(?![^>]* src=)")
                        .doesNotContainPattern("<style|\\sstyle=|\\son[a-z]+=|https?://"));
    }

    @Test
    void aNameOfAnotherSiteIsRefused() {
        var answer = visitor.get(clinic.url("/login"), "Host", "evil.example.org");
        assertThat(answer.status()).isEqualTo(421);
        assertThat(answer.text()).doesNotContain("<form");
        assertThat(visitor.get(clinic.url("/login"), "Host", "localhost:" + clinic.port())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aConfiguredNameIsAnsweredWithSecureCookies() {
        var settings =
                new PagesSettings("127.0.0.1", List.of("desk.example.org"), true, Optional.empty(), ZoneId.of("UTC"));
        try (SampleClinic behindProxy = SampleClinic.with(true, settings)) {
            var answer = visitor.get(behindProxy.url("/login"), "Host", "desk.example.org");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Set-Cookie"))
                    .startsWith("__Host-umbral-visit=")
                    .contains("Secure")
                    .contains("HttpOnly")
                    .contains("SameSite=Strict")
                    .doesNotContain("Expires")
                    .doesNotContain("Max-Age");
        }
    }

    @Test
    void aFormOfAnotherSiteIsRefused() {
        String token = visitor.token(clinic.url("/login"));
        var form = Map.of("token", token, "name", LoginFake.NAME, "passphrase", SampleClinic.PASSPHRASE);
        assertThat(visitor.post(clinic.url("/login"), form, "Origin", "http://evil.example.org")
                        .status())
                .isEqualTo(403);
        assertThat(visitor.post(clinic.url("/login"), form, "Sec-Fetch-Site", "cross-site")
                        .status())
                .isEqualTo(403);
        assertThat(visitor.post(clinic.url("/login"), form, "Origin", "null", "Sec-Fetch-Site", "same-origin")
                        .status())
                .isEqualTo(303);
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        visitor.loggedIn(clinic);
        assertThat(visitor.post(clinic.url("/phones/phone-olga-0/revoke"), Map.of("token", "0".repeat(64)))
                        .status())
                .isEqualTo(403);
        assertThat(visitor.post(clinic.url("/logout"), Map.of()).status()).isEqualTo(403);
        assertThat(visitor.get(clinic.url("/queue")).status()).isEqualTo(200);
    }

    @Test
    void aFormThatIsTooLongIsRefused() {
        String token = visitor.token(clinic.url("/login"));
        var form = Map.of("token", token, "name", "x".repeat(200_000), "passphrase", "y");
        assertThat(visitor.post(clinic.url("/login"), form).status()).isEqualTo(413);
    }

    @Test
    void aFormInPartsIsRefused() throws Exception {
        var connection =
                (HttpURLConnection) URI.create(clinic.url("/login")).toURL().openConnection();
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", "multipart/form-data; boundary=cut");
        String part = "--cut\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\n" + "x".repeat(90_000);
        connection.getOutputStream().write((part + "\r\n--cut--\r\n").getBytes(StandardCharsets.US_ASCII));
        assertThat(connection.getResponseCode()).isEqualTo(415);
    }
}
