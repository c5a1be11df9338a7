package org.umbral.clinic.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.umbral.clinic.backup.Backups.Step;
import org.umbral.clinic.store.DatabaseFile;
import org.umbral.clinic.store.DatabaseFile.Sealed;
import org.umbral.clinic.store.Disk;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.TryAgain;

/** Opens a backup as a restore would, and changes nothing. */
record Checking(Disk disk, Backups.Progress progress) {
    private static final int TOLD_EVERY = 500;

    Backups.Checked run(Path from, Optional<Path> live) throws AskThePerson, TryAgain {
        Shelf.One one = Shelf.chosen(from);
        progress.at(Step.DATABASE, 0, 1);
        Path file = one.folder().resolve(DatabaseFile.NAME);
        DatabaseFile database = DatabaseFile.alone(file);
        try {
            boolean asWritten = Files.exists(file)
                    && BackingUp.hash(file).equals(one.manifest().database());
            if (!asWritten || !database.isSound()) {
                return new Backups.Checked(
                        one.folder(), one.manifest().at(), 0, 0, 0, false, Map.of(), Optional.empty());
            }
            Map<String, Long> counts = database.counts();
            boolean complete = counts.equals(one.manifest().counts())
                    && one.manifest().files().stream()
                            .allMatch(name -> Files.exists(one.folder().resolve(name)));
            return new Backups.Checked(
                    one.folder(),
                    one.manifest().at(),
                    one.manifest().envelopes(),
                    one.manifest().bytes(),
                    broken(database.envelopes(), new Pool(one.envelopes(), disk)),
                    complete,
                    counts,
                    now(live));
        } catch (IOException e) {
            throw new TryAgain("backup-unreadable", e);
        }
    }

    private long broken(List<Sealed> all, Pool pool) throws IOException {
        long broken = 0;
        long done = 0;
        for (Sealed envelope : all) {
            if (!pool.isWhole(envelope)) {
                broken++;
            }
            if (++done % TOLD_EVERY == 0 || done == all.size()) {
                progress.at(Step.ENVELOPES, done, all.size());
            }
        }
        return broken;
    }

    private static Optional<Map<String, Long>> now(Optional<Path> live) throws TryAgain {
        Optional<Path> file =
                live.map(folder -> folder.resolve(DatabaseFile.NAME)).filter(Files::isRegularFile);
        return file.isEmpty()
                ? Optional.empty()
                : Optional.of(DatabaseFile.inUse(file.get()).counts());
    }
}
