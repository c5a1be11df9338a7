package org.umbral.line;

import java.nio.file.Path;
import java.security.SecureRandom;
import org.umbral.clinic.backup.Backups;
import org.umbral.testing.MovableClock;

/** The backup command in a process of its own, beside a clinic that works. */
final class BackupLife {
    private BackupLife() {}

    /** Arguments: the clinic's folder, the folder of backups, the log, the time. */
    public static void main(String[] args) {
        Told.ending(() -> live(args));
    }

    private static void live(String... args) throws Exception {
        Backups backups = new Backups(
                new ClinicLife.TellingDisk(),
                new MovableClock(args[3]),
                new SecureRandom(),
                (step, done, of) -> Told.say("backup-" + step));
        Told.say("begun");
        try (Promises promises = new Promises(Path.of(args[2]))) {
            promises.backedUp(backups.backUp(Path.of(args[0]), Path.of(args[1]), true));
        }
        Told.say("finished");
    }
}
