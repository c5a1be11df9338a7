package org.umbral.ingest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.umbral.testing.ClassPath;

/** A server in a process of its own, and what the machine says of it. Ends when it is closed. */
final class ServerChild implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;
    private final int port;

    private ServerChild(Process process, BufferedReader out, int port) {
        this.process = process;
        this.out = out;
        this.port = port;
    }

    static ServerChild start(Class<?> main, Path folder, List<String> options) throws IOException {
        List<String> command = Stream.of(
                        Stream.of(Path.of(System.getProperty("java.home"), "bin", "java")
                                .toString()),
                        options.stream(),
                        Stream.of(
                                "-Xmx256m",
                                // Small machines get another collector, whose pools have other names than Asked adds
                                // up.
                                "-XX:+UseG1GC",
                                "-Dsun.net.httpserver.nodelay=true",
                                "-Dslf4j.internal.verbosity=ERROR",
                                "-cp",
                                ClassPath.own(),
                                main.getName(),
                                folder.toString()))
                .flatMap(words -> words)
                .toList();
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
        String line = said(out);
        while (!line.startsWith(Asked.LISTENS)) {
            // What the virtual machine says of itself.
            line = said(out);
        }
        return new ServerChild(process, out, Integer.parseInt(line.substring(Asked.LISTENS.length())));
    }

    int port() {
        return port;
    }

    synchronized String ask(String question) throws IOException {
        OutputStream in = process.getOutputStream();
        in.write((question + "\n").getBytes(StandardCharsets.US_ASCII));
        in.flush();
        return said(out);
    }

    /** Of the processor, in all its threads. */
    Duration processor() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** Bytes that it had the disk write, as Linux counts them: whole pages of the cache. */
    long written() throws IOException {
        return field("io", "write_bytes:");
    }

    /** The most of the machine's memory that it ever had, in bytes. */
    long mostResident() throws IOException {
        return field("status", "VmHWM:") << 10;
    }

    private long field(String file, String name) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), file))) {
            if (line.startsWith(name)) {
                return Long.parseLong(
                        line.substring(name.length()).replace("kB", "").strip());
            }
        }
        throw new IOException("this machine does not say " + name);
    }

    private static String said(BufferedReader out) throws IOException {
        String line = out.readLine();
        if (line == null) {
            throw new IOException("the server's process ended");
        }
        return line;
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
