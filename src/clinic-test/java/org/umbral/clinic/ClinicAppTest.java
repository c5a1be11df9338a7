package org.umbral.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.clinic.keys.SetUp;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.shared.Failure;
import org.umbral.shared.secret.Passphrase;

class ClinicAppTest {
    private static final String WORDS = "fictitious passphrase";

    @TempDir
    Path folder;

    @Test
    void theFirstStartLeadsToTheSetUpAndTheSecondToTheLogin() throws Exception {
        try (ClinicApp app = start()) {
            assertThat(status(app)).isLessThan(400);
            assertThat(app.clinic().setUp().isDone()).isFalse();
            setUp(app.clinic());
        }
        try (ClinicApp app = start()) {
            assertThat(app.clinic().setUp().isDone()).isTrue();
            String cookie = app.clinic().login().login("Berta FICTICIA", Passphrase.of(WORDS.toCharArray()));
            try (StaffSession session = app.clinic().login().resume(cookie).orElseThrow()) {
                assertThat(app.clinic().desk().queue(session)).isEmpty();
                assertThat(app.clinic()
                                .phones()
                                .invite(session, "Trabajador FICTICIO")
                                .addresses())
                        .containsExactly("https://127.0.0.1:" + app.clinic().apiPort());
            }
            assertThat(app.clinic().audit().verify()).isZero();
        }
    }

    @Test
    void phonesAreCutOffAndComeBackUnderTheSamePort() throws Exception {
        try (ClinicApp app = start()) {
            Clinic clinic = app.clinic();
            assertThat(answers(clinic.apiPort())).isTrue();
            clinic.stopApi();
            assertThat(answers(clinic.apiPort())).isFalse();
            clinic.startApi();
            assertThat(answers(clinic.apiPort())).isTrue();
        }
    }

    @Test
    void theSettingsAreWrittenWithTheirCommentsAndTheEnvironmentWins() throws Failure {
        assertThat(ClinicSettings.read(folder, Map.of()).apiPort()).isEqualTo(8443);
        assertThat(folder.resolve("clinic.properties")).content().contains("# Where phones deliver");
        ClinicSettings set = ClinicSettings.read(
                folder,
                Map.of(
                        "UMBRAL_API_PORT", "9443",
                        "UMBRAL_API_ADDRESSES", "https://clinic.example.org:9443 https://192.0.2.10:9443",
                        "UMBRAL_ALERT_COMMAND", "call-somebody now"));
        assertThat(set.apiPort()).isEqualTo(9443);
        assertThat(set.addresses()).hasSize(2);
        assertThat(set.alertCommand()).containsExactly("call-somebody", "now");
        assertThat(set.pagesBind()).isEqualTo("127.0.0.1");
    }

    @Test
    void aSettingThatCannotBeIsRefused() throws Exception {
        for (String line : List.of("api.port=many", "zone=Nowhere", "api.addresses=http://clinic.example.org")) {
            Files.writeString(folder.resolve("clinic.properties"), line + "\n");
            assertThatThrownBy(() -> ClinicSettings.read(folder, Map.of()))
                    .as(line)
                    .hasMessage("settings-wrong");
        }
    }

    private ClinicApp start() throws Failure {
        return ClinicApp.start(folder, ClinicSettings.practice(ZoneOffset.UTC, 1), Optional.empty());
    }

    @Test
    void theFirstStartPrintsTheCodeAndTheSecondDoesNot() throws Exception {
        ConsoleWords words = ConsoleWords.of(Locale.ENGLISH);
        try (ClinicApp app = start()) {
            assertThat(String.join("\n", app.greeting(words, folder, "ABCD2345")))
                    .contains(app.pagesAddress().toString(), "ABCD2345", folder.toString(), "Ctrl+C")
                    .contains("port " + app.clinic().apiPort());
            setUp(app.clinic());
            assertThat(String.join("\n", app.greeting(words, folder, "ABCD2345")))
                    .contains(app.pagesAddress().toString(), folder.toString(), "Ctrl+C")
                    .doesNotContain("ABCD2345");
        }
    }

    @Test
    void aPortThatIsTakenIsSaid(@TempDir Path other) throws Exception {
        try (ClinicApp app = start()) {
            for (int[] ports : new int[][] {
                {app.clinic().apiPort(), 0}, {0, app.pagesAddress().getPort()}
            }) {
                ClinicSettings taken = new ClinicSettings(
                        ports[0], List.of(), ports[1], "127.0.0.1", List.of(), false, List.of(), ZoneOffset.UTC, 1);
                assertThatThrownBy(() -> ClinicApp.start(other, taken, Optional.empty()))
                        .hasMessage("port-in-use");
            }
        }
    }

    static Passphrase passphrase() {
        return Passphrase.of(WORDS.toCharArray());
    }

    static void setUp(Clinic clinic) throws Failure {
        SetUp.RecoverySheet sheet = clinic.setUp()
                .begin("Clínica Ficticia", "+1 202 555 0101", "Berta FICTICIA", Passphrase.of(WORDS.toCharArray()));
        clinic.setUp()
                .finish(sheet.asked().stream()
                        .map(place -> sheet.checkWords().get(place - 1))
                        .toList());
    }

    private static int status(ClinicApp app) throws Exception {
        HttpURLConnection page = (HttpURLConnection) app.pagesAddress().toURL().openConnection();
        return page.getResponseCode();
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }
}
