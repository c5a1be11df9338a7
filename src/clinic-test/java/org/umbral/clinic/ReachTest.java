package org.umbral.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.clinic.store.Disk;
import org.umbral.shared.Failure;
import org.umbral.testing.SilentCommand;
import org.umbral.testing.WebVisitor;

class ReachTest {
    @TempDir
    Path root;

    private final List<String> out = new ArrayList<>();
    private final Deque<String> typed = new ArrayDeque<>();
    private Path folder;
    private int port;

    @BeforeEach
    void settings() throws Exception {
        folder = Files.createDirectories(root.resolve("clinic"));
        port = FreePort.take();
        ClinicSettings.read(folder, Map.of());
        Path file = folder.resolve("clinic.properties");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace("api.port=8443", "api.port=" + port)
                        .replace("pages.port=8080", "pages.port=0")
                        .replace("passphrase.millis=1000", "passphrase.millis=1"));
    }

    @Test
    void theOfficesNetworkNeedsOneAddressAndIsTried() throws Exception {
        typed.addAll(List.of("1", ""));
        try (ClinicApp app = start()) {
            assertThat(app.greeting(ConsoleWords.of(Locale.ENGLISH), folder, "code"))
                    .anyMatch(line -> line.contains("umbral-clinic.jar reach"));
            assertThat(run()).isZero();
            assertThat(out).contains("yes  it has this clinic's own key", "yes  the clinic answers");
        }
        ClinicSettings set = ClinicSettings.read(folder, Map.of());
        assertThat(set.addresses()).containsExactly("https://127.0.0.1:" + port);
        assertThat(folder.resolve("clinic.properties")).content().contains("# Up to three addresses");
        try (ClinicApp app = start()) {
            assertThat(app.greeting(ConsoleWords.of(Locale.ENGLISH), folder, "code"))
                    .noneMatch(line -> line.contains("umbral-clinic.jar reach"));
        }
        assertThat(run("--try")).as("nobody listens now").isEqualTo(3);
        assertThat(out).anyMatch(line -> line.startsWith("NO   nobody answers at port"));
    }

    @Test
    void anotherProgramWithAnotherKeyIsNotTheClinic() throws Exception {
        typed.addAll(List.of("1", "127.0.0.1"));
        try (ClinicApp app = start()) {
            assertThat(run()).isZero();
            Files.delete(folder.resolve("tls.p12"));
            TlsKey.open(folder, new Disk(), SilentCommand::run);
            assertThat(run("--try")).isEqualTo(3);
            assertThat(out).anyMatch(line -> line.startsWith("NO   it has another key"));
        }
    }

    @Test
    void aCertificateIsReadFromItsFilesAndOneThatNobodyVouchesForIsSaid() throws Exception {
        certificate();
        typed.addAll(List.of(
                "2",
                "localhost",
                root.resolve("chain.pem").toString(),
                root.resolve("key.pem").toString()));
        assertThat(run()).isEqualTo(3);
        ClinicSettings set = ClinicSettings.read(folder, Map.of());
        assertThat(set.reached().tls()).isEqualTo(ClinicSettings.Tls.CERTIFICATE);
        try (ClinicApp app = start()) {
            assertThat(app.clinic().health().now().certificateEnds()).isPresent();
            out.clear();
            assertThat(run("--try")).isEqualTo(3);
            assertThat(out).anyMatch(line -> line.startsWith("NO   its certificate does not hold"));
        }
        Files.writeString(root.resolve("key.pem"), "no key");
        assertThat(catchThrowable(this::start)).hasMessage("certificate-unreadable");
    }

    @Test
    void behindAProxyItListensWithoutTlsOnThisMachineOnly() throws Exception {
        typed.addAll(List.of("3", "localhost"));
        run();
        ClinicSettings set = ClinicSettings.read(folder, Map.of());
        assertThat(set.addresses()).containsExactly("https://localhost:443");
        try (ClinicApp app = start()) {
            var answer = new WebVisitor().get("http://127.0.0.1:" + port + "/v1/clinic");
            assertThat(answer.header("Umbral-Epoch")).isNotEmpty();
            assertThat(app.clinic().health().now().certificateEnds()).isEmpty();
        }
    }

    @Test
    void anAnswerThatDoesNotFitChangesNothing() throws Exception {
        String before = Files.readString(folder.resolve("clinic.properties"));
        for (List<String> answers : List.of(List.of("4"), List.of("1", "a b"), List.of("2", ""), List.<String>of())) {
            typed.clear();
            typed.addAll(answers);
            assertThat(catchThrowable(this::run)).hasMessage("answer-unknown");
        }
        assertThat(folder.resolve("clinic.properties")).hasContent(before);
        assertThat(run("--try")).isEqualTo(3);
        assertThat(out).last().asString().contains("No address is set yet");
    }

    private void certificate() throws Exception {
        Path store = root.resolve("store.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        SilentCommand.run(List.of(
                keytool,
                "-genkeypair",
                "-alias",
                "a",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=localhost",
                "-validity",
                "90",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                "fictitious"));
        var keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(store)) {
            keys.load(in, "fictitious".toCharArray());
        }
        pem("chain.pem", "CERTIFICATE", keys.getCertificate("a").getEncoded());
        pem(
                "key.pem",
                "PRIVATE KEY",
                keys.getKey("a", "fictitious".toCharArray()).getEncoded());
    }

    private void pem(String name, String kind, byte[] der) throws IOException {
        String text = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(der);
        Files.writeString(
                root.resolve(name), "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n");
    }

    private int run(String... more) throws Failure {
        List<String> words = new ArrayList<>(List.of("reach", folder.toString()));
        words.addAll(List.of(more));
        return new Reach(
                        ConsoleWords.of(Locale.ENGLISH),
                        out::add,
                        typed::poll,
                        List.of("127.0.0.1"),
                        Map.of(),
                        new ReachTry())
                .run(Commands.Typed.of(words.toArray(new String[0])));
    }

    private ClinicApp start() throws Failure {
        return ClinicApp.start(folder, ClinicSettings.read(folder, Map.of()), Optional.empty());
    }
}
