package org.umbral.practice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.umbral.clinic.ClinicApp;
import org.umbral.clinic.ConsoleWords;
import org.umbral.phone.PhoneApp;
import org.umbral.shared.Failure;
import org.umbral.shared.TryAgain;

/**
 * Tries Umbral out: a practice clinic and a phone in a window, or, where no window can start, a walk along the same line
 * that prints each step and leaves the clinic's pages up. Its folder is made anew at each start.
 */
public final class Practice {
    private static final String FOLDER_PROPERTY = "umbral.practice.folder";

    /** Held, since a logger that nobody holds forgets its level; it warns of being on the class path, which is meant so. */
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private Practice() {}

    public static void main(String[] args) throws InterruptedException {
        PhoneApp.dropTypedText();
        ClinicApp.quietLibraries();
        JAVAFX.setLevel(Level.SEVERE);
        try {
            Path folder = Path.of(System.getProperty(FOLDER_PROPERTY, "target/practice"));
            emptied(folder);
            PracticeClinic clinic = PracticeClinic.open(folder.resolve("clinic"), ZoneId.systemDefault());
            say(Words.of("clinic.up"));
            say(fact("page", clinic.pages().toString()));
            say(fact("name", PracticeClinic.STAFF));
            say(fact("passphrase", PracticeClinic.PASSPHRASE));
            Optional<String> noWindow = PracticeWindow.whyNone();
            if (noWindow.isEmpty()) {
                say(Words.of("window.close"));
                PracticeWindow.show(clinic, folder);
            } else {
                say(Words.of("window.none", noWindow.get()));
                new Walk(clinic, folder, Practice::say).go();
                say(Words.of("end"));
                new CountDownLatch(1).await();
            }
        } catch (Failure e) {
            say(ConsoleWords.of(Locale.getDefault()).whyNot(e));
            System.exit(1);
        }
    }

    private static String fact(String name, String value) {
        return String.format(Locale.ROOT, "  %-12s %s", Words.of(name), value);
    }

    static void say(String line) {
        System.out.println(line);
    }

    /** Practice data is nobody's: the folder of the last try goes. */
    private static void emptied(Path folder) throws TryAgain {
        try {
            if (Files.exists(folder)) {
                try (Stream<Path> files = Files.walk(folder)) {
                    for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                        Files.delete(file);
                    }
                }
            }
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new TryAgain("practice-folder-in-use", e);
        }
    }
}
