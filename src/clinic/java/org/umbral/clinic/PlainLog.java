package org.umbral.clinic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.logging.FileHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.umbral.shared.TryAgain;

/**
 * The log: {@code log/umbral-0.log} in the clinic's folder, the newest; five files of a megabyte at most. Our own lines hold
 * codes. What a library says may quote what it choked on, so of that only who said it and the kind of error are kept.
 */
final class PlainLog extends Formatter {
    private static final String OURS = "org.umbral.";
    private static final int BYTES = 1 << 20;
    private static final int FILES = 5;

    /** From now on every line goes to the file, and warnings to the console; both without words of anybody. */
    static void begin(Path folder) throws TryAgain {
        Logger root = LogManager.getLogManager().getLogger("");
        try {
            Path log = folder.resolve("log");
            Files.createDirectories(log);
            FileHandler file =
                    new FileHandler(log.toString().replace("%", "%%") + "/umbral-%g.log", BYTES, FILES, true);
            file.setLevel(Level.INFO);
            root.addHandler(file);
        } catch (IOException e) {
            throw new TryAgain("disk-full", e);
        }
        root.setLevel(Level.WARNING);
        Logger.getLogger("org.umbral").setLevel(Level.INFO);
        for (Handler handler : root.getHandlers()) {
            handler.setFormatter(new PlainLog());
            if (!(handler instanceof FileHandler)) {
                handler.setLevel(Level.WARNING);
            }
        }
    }

    @Override
    public String format(LogRecord record) {
        String name = record.getLoggerName() == null ? "" : record.getLoggerName();
        String says = name.startsWith(OURS) ? formatMessage(record) : "";
        Throwable thrown = record.getThrown();
        return String.format(
                Locale.ROOT,
                "%s %s %s%s%s%n",
                record.getInstant().truncatedTo(ChronoUnit.SECONDS),
                record.getLevel().getName(),
                name,
                says.isEmpty() ? "" : ": " + says.replace('\n', ' ').replace('\r', ' '),
                thrown == null ? "" : " (" + thrown.getClass().getName() + ")");
    }
}
