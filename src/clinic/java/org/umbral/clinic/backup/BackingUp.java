package org.umbral.clinic.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.umbral.clinic.backup.Backups.Step;
import org.umbral.clinic.store.ClinicState;
import org.umbral.clinic.store.ClinicStore;
import org.umbral.clinic.store.DatabaseFile;
import org.umbral.clinic.store.DatabaseFile.Sealed;
import org.umbral.clinic.store.Disk;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.Json;
import org.umbral.shared.Sha256;
import org.umbral.shared.TryAgain;
import org.umbral.shared.envelope.Documents;

/**
 * One backup. Life: the database at one moment → the envelopes that it names → the manifest → the folder gets its name →
 * the mark waits in the clinic's database for the next login. Stopped anywhere before its name, it is none.
 */
final class BackingUp {
    /** What a clinic may have beside database and envelopes: one that did not make its TLS key has no file of it. */
    static final List<String> FILES = List.of("receipt.key", "tls.p12", "clinic.properties");

    static final Duration KEPT = Duration.ofDays(35);
    private static final int TOLD_EVERY = 500;

    private final Path folder;
    private final Shelf shelf;
    private final Disk disk;
    private final Clock clock;
    private final Backups.Progress progress;
    private final DatabaseFile live;
    private long copied;
    private long missing;
    private long mark;

    BackingUp(Path folder, Path to, Disk disk, Clock clock, Backups.Progress progress) {
        this.folder = folder.toAbsolutePath().normalize();
        this.shelf = new Shelf(to.toAbsolutePath().normalize());
        this.disk = disk;
        this.clock = clock;
        this.progress = progress;
        live = DatabaseFile.inUse(this.folder.resolve(DatabaseFile.NAME));
    }

    Backups.Made run(boolean sameDisk) throws AskThePerson, TryAgain {
        requireFit(sameDisk);
        try (FileChannel lock = shelf.lock()) {
            Instant at = clock.instant();
            Path place = shelf.begin();
            progress.at(Step.DATABASE, 0, 1);
            Path database = place.resolve(DatabaseFile.NAME);
            live.copyTo(database);
            DatabaseFile copy = DatabaseFile.alone(database);
            copy.leaveOutSessions();
            List<String> files = FILES.stream()
                    .filter(file -> Files.exists(folder.resolve(file)))
                    .toList();
            for (String file : files) {
                Files.copy(folder.resolve(file), place.resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
                disk.force(place.resolve(file));
            }
            Manifest manifest = envelopes(copy, at, database, files);
            shelf.noteErased(copy.erasedCases(), disk);
            Path named = finish(place, manifest);
            return new Backups.Made(named, at, manifest.envelopes(), manifest.bytes(), copied, missing, expire(at));
        } catch (IOException e) {
            throw new TryAgain("backup-not-written", e);
        }
    }

    private void requireFit(boolean sameDisk) throws AskThePerson, TryAgain {
        if (!Files.isRegularFile(folder.resolve(DatabaseFile.NAME))
                || Files.exists(folder.resolve(ClinicStore.RESTORING))) {
            throw new AskThePerson("no-clinic-here");
        }
        if (shelf.folder().startsWith(folder) || folder.startsWith(shelf.folder())) {
            throw new AskThePerson("backup-inside");
        }
        try {
            Shelf.make(shelf.folder());
            if (!sameDisk && Files.getFileStore(folder).equals(Files.getFileStore(shelf.folder()))) {
                throw new AskThePerson("backup-on-same-disk");
            }
        } catch (IOException e) {
            throw new TryAgain("backup-not-written", e);
        }
    }

    private Manifest envelopes(DatabaseFile copy, Instant at, Path database, List<String> files)
            throws TryAgain, IOException {
        Pool from = new Pool(folder.resolve(Pool.NAME), disk);
        Pool into = new Pool(shelf.folder().resolve(Pool.NAME), disk);
        List<Sealed> all = copy.envelopes();
        mark = copy.state(ClinicState.POSITION).map(Long::parseLong).orElse(0L);
        long done = 0;
        long bytes = 0;
        for (Sealed envelope : all) {
            Pool.Outcome outcome = into.bring(envelope, from);
            if (outcome == Pool.Outcome.COPIED) {
                copied++;
            } else if (outcome != Pool.Outcome.THERE && live.keeps(envelope.sha256())) {
                // The clinic itself lacks it: the phone that has it must not forget it.
                missing++;
                mark = Math.min(mark, envelope.position() - 1);
            }
            bytes += envelope.size();
            if (++done % TOLD_EVERY == 0 || done == all.size()) {
                progress.at(Step.ENVELOPES, done, all.size());
            }
        }
        into.force();
        return new Manifest(
                at,
                copy.state(ClinicState.EPOCH).orElse(""),
                mark,
                hash(database),
                files,
                copy.counts(),
                all.size(),
                bytes,
                copy.auditEnd());
    }

    private Path finish(Path place, Manifest manifest) throws TryAgain, IOException {
        progress.at(Step.FINISHING, 0, 1);
        disk.force(place.resolve(DatabaseFile.NAME));
        byte[] json = manifest.json();
        Path file = place.resolve(Manifest.FILE);
        disk.write(file, json, json.length);
        disk.force(file);
        disk.force(place);
        Path named = shelf.named(manifest.at());
        disk.move(place, named);
        disk.force(shelf.folder());
        live.note(
                ClinicState.BACKUP_MARK,
                Json.writeText(new Documents.BackupMark(
                        1, manifest.epoch(), manifest.mark(), manifest.at().toString())));
        return named;
    }

    /** Backups of more than 35 days ago go, and sealed bytes that no other names: what was erased is gone for good then. */
    private int expire(Instant now) throws TryAgain, IOException {
        List<Shelf.One> old = shelf.all().stream()
                .filter(one -> one.manifest().at().isBefore(now.minus(KEPT)))
                .toList();
        for (Shelf.One one : old) {
            Shelf.delete(one.folder());
        }
        if (!old.isEmpty()) {
            Set<String> named = new HashSet<>();
            for (Shelf.One one : shelf.all()) {
                DatabaseFile.alone(one.folder().resolve(DatabaseFile.NAME))
                        .envelopes()
                        .forEach(envelope -> envelope.pieces().forEach(piece -> named.add(piece.name())));
            }
            new Pool(shelf.folder().resolve(Pool.NAME), disk).keepOnly(named);
        }
        return old.size();
    }

    static Sha256 hash(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Sha256.of(in);
        }
    }
}
