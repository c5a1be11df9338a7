package org.umbral.clinic.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.umbral.shared.Sha256;
import org.umbral.shared.TryAgain;

/**
 * Notices that the folder was copied back from somewhere without our command (rule R8). The database remembers which files
 * it lived in: a small one that is never written again, by number and by the time of its last change, which no program
 * can set; and its own, by number. Where that differs, the store begins another life, so that every phone asks what is
 * held. A folder that was only moved to another disk does the same, to no harm. What changes the disk below the files,
 * such as a machine's snapshot, is not seen here: that shows when a phone says its newest receipt, and its last letter.
 */
final class Home {
    private static final String FILE = "home";

    private final Path folder;
    private final Database database;
    private final Clock clock;
    private final SecureRandom random;

    Home(Path folder, Database database, Clock clock, SecureRandom random) {
        this.folder = folder;
        this.database = database;
        this.clock = clock;
        this.random = random;
    }

    /** To be called when the store is opened, before anybody reads its epoch. */
    void settle() throws TryAgain {
        String here = here();
        database.transaction(handle -> {
            Optional<String> before = ClinicState.value(handle, ClinicState.HOME);
            if (before.filter(text -> !text.isEmpty()).isPresent()
                    && !before.get().equals(here)) {
                ClinicState.set(handle, ClinicState.EPOCH, ClinicState.newEpoch(random));
                ClinicState.set(handle, ClinicState.RESTORED_AT, clock.instant().toString());
            }
            return ClinicState.set(handle, ClinicState.HOME, here);
        });
    }

    private String here() throws TryAgain {
        Path file = folder.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                Files.writeString(file, ClinicState.newEpoch(random) + "\n");
            }
            // Hashed: numbers of files are nobody's concern.
            return Sha256.ofText(Files.readString(file) + of(file, true) + of(folder.resolve(DatabaseFile.NAME), false))
                    .hex();
        } catch (IOException e) {
            throw new TryAgain("disk-full", e);
        }
    }

    private static String of(Path file, boolean changed) throws IOException {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return changed ? Files.getAttribute(file, "creationTime").toString() : "";
        }
        String number = "|" + Files.getAttribute(file, "unix:ino");
        return changed ? number + "|" + Files.getAttribute(file, "unix:ctime") : number;
    }
}
