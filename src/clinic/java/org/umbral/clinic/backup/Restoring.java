package org.umbral.clinic.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.umbral.clinic.backup.Backups.Step;
import org.umbral.clinic.store.ClinicState;
import org.umbral.clinic.store.ClinicStore;
import org.umbral.clinic.store.DatabaseFile;
import org.umbral.clinic.store.DatabaseFile.Sealed;
import org.umbral.clinic.store.Disk;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.TryAgain;

/**
 * Brings a backup back. Life: a file {@code restoring} stands in the folder and no server starts there → envelopes → keys
 * and settings → the database, with a new epoch → the file goes. Stopped anywhere, the same command begins anew.
 */
record Restoring(Disk disk, Clock clock, SecureRandom random, Backups.Progress progress) {
    private static final int TOLD_EVERY = 500;

    Backups.Restored run(Path from, Path to) throws AskThePerson, TryAgain {
        Shelf.One one = Shelf.chosen(from);
        Path folder = to.toAbsolutePath().normalize();
        Path restoring = folder.resolve(ClinicStore.RESTORING);
        try {
            Shelf.make(folder);
            if (!Files.exists(restoring)) {
                requireEmpty(folder);
                byte[] name = one.folder().getFileName().toString().getBytes(StandardCharsets.UTF_8);
                disk.write(restoring, name, name.length);
                disk.force(restoring);
                disk.force(folder);
            }
            progress.at(Step.DATABASE, 0, 1);
            Path database = database(one, folder);
            DatabaseFile brought = DatabaseFile.alone(database);
            long missing = envelopes(brought.envelopes(), one, folder);
            for (String file : BackingUp.FILES) {
                bring(one.folder().resolve(file), folder.resolve(file));
            }
            progress.at(Step.FINISHING, 0, 1);
            beginAnotherLife(brought);
            int erasedSince = noteErasedSince(brought, one);
            disk.force(database);
            disk.move(database, folder.resolve(DatabaseFile.NAME));
            disk.force(folder);
            Files.delete(restoring);
            disk.force(folder);
            return new Backups.Restored(one.manifest().at(), one.manifest().envelopes(), missing, erasedSince);
        } catch (IOException e) {
            throw new TryAgain("disk-full", e);
        }
    }

    private static void requireEmpty(Path folder) throws AskThePerson, IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            if (inside.findAny().isPresent()) {
                throw new AskThePerson("folder-not-empty");
            }
        }
    }

    /** Beside its name, so that no server takes it for whole. */
    private Path database(Shelf.One one, Path folder) throws TryAgain, IOException {
        Path from = one.folder().resolve(DatabaseFile.NAME);
        if (!Files.exists(from) || !BackingUp.hash(from).equals(one.manifest().database())) {
            throw new TryAgain("database-damaged");
        }
        Path database = folder.resolve(DatabaseFile.NAME + ".restoring");
        Files.copy(from, database, StandardCopyOption.REPLACE_EXISTING);
        return database;
    }

    private long envelopes(List<Sealed> all, Shelf.One one, Path folder) throws IOException {
        Pool from = new Pool(one.envelopes(), disk);
        Pool into = new Pool(folder.resolve(Pool.NAME), disk);
        long missing = 0;
        long done = 0;
        for (Sealed envelope : all) {
            Pool.Outcome outcome = into.bring(envelope, from);
            if (outcome == Pool.Outcome.MISSING || outcome == Pool.Outcome.DAMAGED) {
                missing++;
            }
            if (++done % TOLD_EVERY == 0 || done == all.size()) {
                progress.at(Step.ENVELOPES, done, all.size());
            }
        }
        into.force();
        return missing;
    }

    private void bring(Path from, Path to) throws IOException {
        if (Files.exists(from)) {
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            disk.force(to);
        }
    }

    /** What was erased after this backup is back with it: the clinic says so until it is erased again. */
    private static int noteErasedSince(DatabaseFile brought, Shelf.One one) throws TryAgain, IOException {
        Set<String> back = new TreeSet<>(one.erased());
        back.removeAll(brought.erasedCases());
        back.retainAll(brought.cases());
        brought.note(ClinicState.ERASE_AGAIN, String.join(" ", back));
        return back.size();
    }

    private void beginAnotherLife(DatabaseFile database) throws TryAgain {
        database.note(ClinicState.EPOCH, ClinicState.newEpoch(random));
        database.note(ClinicState.RESTORED_AT, clock.instant().toString());
        database.note(ClinicState.HOME, "");
    }
}
