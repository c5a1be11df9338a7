package org.umbral.line;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.core.ConditionTimeoutException;
import org.umbral.clinic.ClinicApp;
import org.umbral.clinic.FreePort;
import org.umbral.testing.ClassPath;
import org.umbral.testing.SilentCommand;

/** The clinic's command as it is started at a clinic, in a process of its own, with what it prints and its temporary folder. */
final class ServerProcess implements AutoCloseable {
    private final Path root;
    private final int pagesPort;
    private final Process process;

    private ServerProcess(Path root, int pagesPort, Process process) {
        this.root = root;
        this.pagesPort = pagesPort;
        this.process = process;
    }

    static ServerProcess start(Path root) throws IOException {
        int api = FreePort.take();
        return start(root, api, "https://127.0.0.1:" + api);
    }

    /** @param address where phones are told to find it */
    static ServerProcess start(Path root, int api, String address) throws IOException {
        int pages = FreePort.take();
        Files.createDirectories(root.resolve("tmp"));
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        tool("java"),
                        "-Xmx600m",
                        "-XX:+UseSerialGC",
                        "-Djava.io.tmpdir=" + root.resolve("tmp"),
                        "-cp",
                        ClassPath.own(),
                        ClinicApp.class.getName(),
                        root.resolve("clinic").toString()))
                .redirectErrorStream(true)
                .redirectOutput(root.resolve("printed").toFile());
        builder.environment()
                .putAll(Map.of(
                        "UMBRAL_API_PORT",
                        Integer.toString(api),
                        "UMBRAL_API_ADDRESSES",
                        address,
                        "UMBRAL_PAGES_PORT",
                        Integer.toString(pages),
                        "UMBRAL_PASSPHRASE_MILLIS",
                        "1"));
        ServerProcess server = new ServerProcess(root, pages, builder.start());
        try {
            await().atMost(Duration.ofMinutes(3)).until(server::answers);
        } catch (ConditionTimeoutException slow) {
            server.close();
            throw slow;
        }
        return server;
    }

    String url(String path) {
        return "http://127.0.0.1:" + pagesPort + path;
    }

    int pagesPort() {
        return pagesPort;
    }

    /** Everything that a thief finds: its folder, its temporary folder, what it printed. */
    Path root() {
        return root;
    }

    /** Its live objects, after its collector has run. */
    Path dump(Path file) throws IOException {
        Files.deleteIfExists(file);
        int exit = SilentCommand.run(
                List.of(tool("jmap"), "-dump:live,format=b,file=" + file, Long.toString(process.pid())));
        if (exit != 0) {
            throw new IOException("no dump");
        }
        return file;
    }

    private static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    private boolean answers() {
        try {
            return ((HttpURLConnection) URI.create(url("/health")).toURL().openConnection()).getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
