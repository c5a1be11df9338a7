package org.umbral.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.clinic.AlertMailSettings.Secured;
import org.umbral.shared.AskThePerson;
import org.umbral.testing.ClosedPort;
import org.umbral.testing.MovableClock;

/** What a mail server is told of an emergency: that there is one. */
class AlertMailTest {
    private static final String TO = "guardia@example.org";

    @TempDir
    Path folder;

    @Test
    void theMailSaysThatAnEmergencyWaitsAndNothingElse() throws Exception {
        List<String> heard = heard(Secured.NONE, "250 ready");
        assertThat(heard).contains("RCPT TO:<" + TO + ">", "Subject: Umbral: an emergency waits");
        assertThat(String.join("\n", heard)).contains("An emergency waits at the clinic. Please log in to Umbral.");
    }

    @Test
    void withoutTheTlsThatWasAskedForNothingIsSent() throws Exception {
        assertThat(heard(Secured.STARTTLS, "250 ready")).noneMatch(line -> line.startsWith("MAIL"));
    }

    @Test
    void aServerThatIsNotThereStopsNothing() throws IOException {
        try (ClosedPort nobody = new ClosedPort()) {
            mail(nobody.number(), Secured.NONE).call();
        }
    }

    @Test
    void settingsThatDoNotFitAreRefused() throws Exception {
        Files.writeString(
                folder.resolve(ClinicSettings.FILE),
                "alert.mail.to=" + TO
                        + "\nalert.mail.from=umbral@example.org\nalert.mail.server=mail.example.org:587\n");
        assertThat(ClinicSettings.read(folder, Map.of())
                        .alertMail()
                        .orElseThrow()
                        .secured())
                .isEqualTo(Secured.STARTTLS);
        for (Map<String, String> wrong : List.of(
                Map.of("UMBRAL_ALERT_MAIL_SECURED", "none"),
                Map.of("UMBRAL_ALERT_MAIL_SERVER", "mail.example.org"),
                Map.of("UMBRAL_ALERT_MAIL_FROM", ""),
                Map.of("UMBRAL_ALERT_MAIL_TO", "guardia.example.org"),
                Map.of("UMBRAL_ALERT_MAIL_USER", "umbral"))) {
            assertThatThrownBy(() -> ClinicSettings.read(folder, wrong))
                    .isInstanceOf(AskThePerson.class)
                    .hasMessage("settings-wrong");
        }
    }

    private static AlertMail mail(int port, Secured secured) {
        AlertMailSettings settings =
                new AlertMailSettings(List.of(TO), "umbral@example.org", "127.0.0.1", port, secured, "", "");
        return new AlertMail(
                settings, ConsoleWords.of(Locale.ENGLISH), Runnable::run, new MovableClock("2026-11-21T14:00:00Z"));
    }

    /** Every line that the client says to a server of few words. */
    private static List<String> heard(Secured secured, String greets) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<List<String>> heard = CompletableFuture.supplyAsync(() -> listen(server, greets));
            mail(server.getLocalPort(), secured).call();
            return heard.get();
        }
    }

    private static List<String> listen(ServerSocket server, String greets) {
        List<String> heard = new ArrayList<>();
        try (Socket client = server.accept();
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
            say(client, "220 example.org");
            boolean text = false;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                heard.add(line);
                text = line.equals("DATA") || text && !line.equals(".");
                if (!text || line.equals("DATA")) {
                    say(client, line.equals("DATA") ? "354 go on" : greets);
                }
            }
        } catch (IOException gone) {
            heard.add("gone");
        }
        return heard;
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }
}
