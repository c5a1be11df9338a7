package org.umbral.clinic.backup;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.umbral.clinic.store.Disk;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.TryAgain;

/**
 * Copies of a clinic's folder, and their way back (design §5, rules R2 and R8). For commands beside the server; each call
 * runs to its end in the caller's thread, and what it was stopped in the middle of is begun anew by calling it again.
 */
public final class Backups {
    private final Disk disk;
    private final Clock clock;
    private final SecureRandom random;
    private final Progress progress;

    public Backups(Disk disk, Clock clock, SecureRandom random, Progress progress) {
        this.disk = disk;
        this.clock = clock;
        this.random = random;
        this.progress = progress;
    }

    /** What a command is at. */
    public enum Step {
        DATABASE,
        ENVELOPES,
        FINISHING
    }

    /** Told at each step, and now and then on the way. */
    @FunctionalInterface
    public interface Progress {
        void at(Step step, long done, long of);
    }

    /**
     * @param place the folder of this backup
     * @param copied envelopes that were not in the backup folder yet
     * @param missing envelopes whose bytes the clinic itself no longer has whole; the mark ends before the first of them
     * @param expired older backups that were deleted
     */
    public record Made(Path place, Instant at, long envelopes, long bytes, long copied, long missing, int expired) {}

    /**
     * @param broken envelopes whose bytes in the backup are not what their name says
     * @param inBackup rows of each table
     * @param now the same of the clinic as it is; empty where none was named
     */
    public record Checked(
            Path place,
            Instant at,
            long envelopes,
            long bytes,
            long broken,
            boolean databaseSound,
            Map<String, Long> inBackup,
            Optional<Map<String, Long>> now) {
        public Checked {
            inBackup = Map.copyOf(inBackup);
        }

        public boolean isGood() {
            return broken == 0 && databaseSound;
        }
    }

    /**
     * @param missing envelopes that the backup did not hold whole; phones are asked for them
     * @param erasedSince cases that were erased after it, by what later backups of the folder knew, and are back
     */
    public record Restored(Instant at, long envelopes, long missing, int erasedSince) {}

    /**
     * Copies everything of the clinic's folder while its server works. Every envelope that was receipted before the call is
     * inside, and the next staff login signs a mark that says so. Copies of more than 35 days ago go.
     *
     * @param sameDisk whether the backup may lie on the disk that the clinic lies on
     * @throws AskThePerson {@code no-clinic-here}, {@code backup-inside}, {@code backup-on-same-disk}
     * @throws TryAgain {@code backup-running}, {@code backup-not-written}, and what the store says
     */
    public Made backUp(Path folder, Path to, boolean sameDisk) throws AskThePerson, TryAgain {
        return new BackingUp(folder, to, disk, clock, progress).run(sameDisk);
    }

    /**
     * Reads all of a backup and says what is in it.
     *
     * @param from the folder of backups, whose newest is taken, or one backup in it
     * @param live the clinic's folder, to compare with
     * @throws AskThePerson {@code no-backup-here}
     */
    public Checked check(Path from, Optional<Path> live) throws AskThePerson, TryAgain {
        return new Checking(disk, progress).run(from, live);
    }

    /**
     * Brings a backup back into an empty folder, where the store begins another life.
     *
     * @throws AskThePerson {@code no-backup-here}, {@code folder-not-empty}
     * @throws TryAgain {@code backup-unreadable}, {@code database-damaged}, {@code disk-full}
     */
    public Restored restore(Path from, Path folder) throws AskThePerson, TryAgain {
        return new Restoring(disk, clock, random, progress).run(from, folder);
    }
}
