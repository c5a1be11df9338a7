package org.umbral.line;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;

/** Keeps a copy of whatever this process prints and logs, down to the finest level of our own loggers. */
final class Printed implements AutoCloseable {
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final Logger root = Logger.getLogger("");
    private final Path file;
    private final OutputStream copy;
    private final Handler handler;

    private Printed(Path file) throws IOException {
        this.file = file;
        copy = new BufferedOutputStream(Files.newOutputStream(file));
        handler = new StreamHandler(copy, new SimpleFormatter());
        handler.setLevel(Level.ALL);
    }

    static Printed into(Path file) throws IOException {
        Printed printed = new Printed(file);
        System.setOut(printed.both(printed.out));
        System.setErr(printed.both(printed.err));
        printed.root.addHandler(printed.handler);
        Logger.getLogger("org.umbral").setLevel(Level.ALL);
        return printed;
    }

    private PrintStream both(PrintStream shown) {
        return new PrintStream(new Both(shown, copy), true, StandardCharsets.UTF_8);
    }

    Path file() throws IOException {
        handler.flush();
        copy.flush();
        return file;
    }

    @Override
    public void close() throws IOException {
        root.removeHandler(handler);
        System.setOut(out);
        System.setErr(err);
        handler.close();
    }

    private static final class Both extends OutputStream {
        private final OutputStream one;
        private final OutputStream other;

        Both(OutputStream one, OutputStream other) {
            this.one = one;
            this.other = other;
        }

        @Override
        public void write(int letter) throws IOException {
            one.write(letter);
            synchronized (other) {
                other.write(letter);
            }
        }

        @Override
        public void flush() throws IOException {
            one.flush();
        }
    }
}
