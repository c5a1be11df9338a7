package org.umbral.clinic.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.umbral.clinic.store.Disk;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.GiveUp;
import org.umbral.shared.TryAgain;

/**
 * The folder that backups go to: one folder for each, named by its time, and {@code envelopes}, where each sealed file
 * lies once for all of them.
 */
record Shelf(Path folder) {
    private static final DateTimeFormatter NAMES =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss'Z'").withZone(ZoneOffset.UTC);
    private static final String UNFINISHED = "unfinished";
    private static final String ERASED = "erased";

    /** One finished backup. */
    record One(Path folder, Manifest manifest) {
        /** Where its envelopes lie. */
        Path envelopes() {
            return folder.resolveSibling(Pool.NAME);
        }

        /** Ids of the cases that were erased when the last backup beside this one was made. */
        Set<String> erased() throws IOException {
            return lines(folder.resolveSibling(ERASED));
        }
    }

    /** {@code TryAgain("backup-running")} while another command fills it. The caller closes what it gets. */
    FileChannel lock() throws TryAgain {
        try {
            make(folder);
            FileChannel channel =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = held(channel);
            if (lock == null) {
                channel.close();
                throw new TryAgain("backup-running");
            }
            return channel;
        } catch (IOException e) {
            throw new TryAgain("backup-not-written", e);
        }
    }

    private static @Nullable FileLock held(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            return null;
        }
    }

    /** An empty place for the next one; what an interrupted backup left there is gone. */
    Path begin() throws IOException {
        Path place = folder.resolve(UNFINISHED);
        delete(place);
        make(place);
        make(folder.resolve(Pool.NAME));
        return place;
    }

    /** A name that no backup has yet. */
    Path named(Instant at) {
        Path name = folder.resolve(NAMES.format(at));
        return Files.exists(name) ? named(at.plus(1, ChronoUnit.SECONDS)) : name;
    }

    /** Those that were finished, the oldest first. */
    List<One> all() throws TryAgain {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(one -> time(one).isPresent())
                    .sorted(Comparator.comparing(one -> one.getFileName().toString()))
                    .map(Shelf::one)
                    .flatMap(Optional::stream)
                    .toList();
        } catch (IOException e) {
            throw new TryAgain("backup-unreadable", e);
        }
    }

    private static Set<String> lines(Path file) throws IOException {
        return Files.exists(file) ? new TreeSet<>(Files.readAllLines(file)) : Set.of();
    }

    /** So that an older backup that comes back is told of them. */
    void noteErased(Set<String> cases, Disk disk) throws IOException {
        Set<String> all = new TreeSet<>(lines(folder.resolve(ERASED)));
        if (all.addAll(cases)) {
            byte[] lines = (String.join("\n", all) + "\n").getBytes(StandardCharsets.UTF_8);
            Path fresh = folder.resolve(ERASED + ".new");
            disk.write(fresh, lines, lines.length);
            disk.force(fresh);
            disk.move(fresh, folder.resolve(ERASED));
            disk.force(folder);
        }
    }

    /** This backup, or the newest of this folder. {@code AskThePerson("no-backup-here")}. */
    static One chosen(Path path) throws AskThePerson, TryAgain {
        Path there = path.toAbsolutePath().normalize();
        Optional<One> itself = one(there);
        if (itself.isPresent()) {
            return itself.get();
        }
        List<One> all = new Shelf(there).all();
        if (all.isEmpty()) {
            throw new AskThePerson("no-backup-here");
        }
        return all.get(all.size() - 1);
    }

    private static Optional<One> one(Path folder) {
        try {
            return Optional.of(new One(folder, Manifest.read(Files.readAllBytes(folder.resolve(Manifest.FILE)))));
        } catch (IOException | GiveUp notFinished) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> time(Path one) {
        try {
            return Optional.of(NAMES.parse(one.getFileName().toString(), Instant::from));
        } catch (DateTimeException notABackup) {
            return Optional.empty();
        }
    }

    static void make(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Files.createDirectories(folder);
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
