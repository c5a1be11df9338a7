package org.umbral.line;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.umbral.testing.ClassPath;
import org.umbral.testing.MovableClock;

/** A clinic in a process of its own, to be killed: listens until its standard input ends. */
final class ClinicChild {
    private static final int READY = 'r';

    private ClinicChild() {}

    public static void main(String[] args) throws Exception {
        listen(LineClinic.of(Path.of(args[0]), new MovableClock(args[1]), Integer.parseInt(args[2]), List.of(args[3])));
    }

    static void listen(LineClinic clinic) throws IOException {
        clinic.clinic().startApi();
        System.out.write(READY);
        System.out.flush();
        System.in.read();
        clinic.close();
    }

    /** Runs the clinic of this folder; it listens when this returns. */
    static Process start(LineFixture line) throws IOException {
        return start(ClinicChild.class, line);
    }

    static Process start(Class<?> main, LineFixture line) throws IOException {
        Process child = jvm(
                main,
                line.clinic.folder().toString(),
                line.clock.instant().toString(),
                Integer.toString(line.clinic.port()),
                line.proxy.address());
        if (child.getInputStream().read() != READY) {
            throw new AssertionError("the clinic did not start");
        }
        return child;
    }

    static Process jvm(Class<?> main, String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-Djava.awt.headless=true",
                "-Dslf4j.internal.verbosity=ERROR",
                "-cp",
                ClassPath.own(),
                main.getName()));
        command.addAll(List.of(args));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
