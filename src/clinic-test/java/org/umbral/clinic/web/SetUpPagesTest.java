package org.umbral.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
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

class SetUpPagesTest {
    private static final String HOST = "desk.example.org";

    private final SampleClinic clinic = SampleClinic.notSetUp();
    private final WebVisitor visitor = new WebVisitor();

    @AfterEach
    void stop() {
        clinic.close();
    }

    @Test
    void everyPageLeadsToTheSetUpUntilItIsDone() {
        assertThat(List.of("/login", "/queue", "/phones"))
                .allSatisfy(path -> assertThat(visitor.get(clinic.url(path)).header("Location"))
                        .endsWith("/setup"));
    }

    @Test
    void theSheetIsTheAnswerItselfAndIsNotStored() {
        var sheet = visitor.post(clinic.url("/setup"), form(SampleClinic.PASSPHRASE, SampleClinic.PASSPHRASE));
        assertThat(sheet.status()).isEqualTo(200);
        assertThat(sheet.header("Cache-Control")).isEqualTo("no-store");
        assertThat(sheet.text())
                .contains("AGE-SECRET-KEY-1", "lantern", "Umbral never shows it again")
                .doesNotContain(SampleClinic.PASSPHRASE);
    }

    @Test
    void twoDifferentPassphrasesAreSaidAndTheRestIsKept() {
        var answer = visitor.post(clinic.url("/setup"), form(SampleClinic.PASSPHRASE, "four words somebody else"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text())
                .contains("The two passphrases are not the same.", "Clínica Ficticia")
                .doesNotContain(SampleClinic.PASSPHRASE);
    }

    @Test
    void aShortPassphraseIsSaid() {
        assertThat(visitor.post(clinic.url("/setup"), form("short", "short")).text())
                .contains("The passphrase is too short.");
    }

    @Test
    void wrongWordsAreAskedForAgain() {
        String token = visitor.token(clinic.url("/setup"));
        var answer =
                visitor.post(clinic.url("/setup/words"), Map.of("token", token, "asked", "2-7-11", "word", "ladder"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("A word is not the one on the sheet.", "Word 7");
    }

    @Test
    void elsewhereThanAtTheServerTheConsolesCodeIsNeeded() {
        var settings = new PagesSettings("127.0.0.1", List.of(HOST), true, Optional.of("613-208"), ZoneId.of("UTC"));
        try (SampleClinic far = SampleClinic.with(false, settings)) {
            var page = visitor.get(far.url("/setup"), "Host", HOST);
            assertThat(page.text()).contains("Code from the server");
        }
    }

    @Test
    void behindAProxyNobodyCountsAsBeingAtTheServer() {
        var answer = visitor.get(clinic.url("/setup"), "X-Forwarded-For", "192.0.2.7");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text()).contains("It can only be set up at the server itself.");
    }

    @Test
    void aProxyThatSaysNotWhomItAsksForIsKnownByWhatItSaysOfItself() throws Exception {
        for (String header : List.of("Via", "Forwarded", "X-Real-IP", "X-Forwarded-Proto", "X-Forwarded-Host")) {
            assertThat(visitor.get(clinic.url("/setup"), header, "x").status())
                    .as(header)
                    .isEqualTo(403);
        }
        // What nginx asks where nobody told it more than the port.
        try (Socket nginx = new Socket("127.0.0.1", clinic.port())) {
            String asked = "GET /setup HTTP/1.0\r\nHost: 127.0.0.1:" + clinic.port() + "\r\nConnection: close\r\n\r\n";
            nginx.getOutputStream().write(asked.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(nginx.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer.lines().findFirst().orElseThrow()).contains(" 403 ");
        }
    }

    @Test
    void whereTheSettingsNameAnotherHostNobodyCountsAsBeingAtTheServer() {
        var settings = new PagesSettings("127.0.0.1", List.of(HOST), false, Optional.of("613-208"), ZoneId.of("UTC"));
        try (SampleClinic far = SampleClinic.with(false, settings)) {
            assertThat(visitor.get(far.url("/setup")).text()).contains("Code from the server");
        }
    }

    @Test
    void onceDoneItCannotBeDoneAgain() {
        try (SampleClinic done = SampleClinic.atWork()) {
            assertThat(visitor.get(done.url("/setup")).header("Location")).endsWith("/login");
        }
    }

    private Map<String, String> form(String passphrase, String again) {
        return Map.of(
                "token",
                visitor.token(clinic.url("/setup")),
                "clinic",
                "Clínica Ficticia",
                "telephone",
                "+1 202 555 0142",
                "staff",
                LoginFake.NAME,
                "passphrase",
                passphrase,
                "again",
                again);
    }
}
