package org.umbral.clinic.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.umbral.shared.TryAgain;

/**
 * Each name is one file in one of 256 folders: written beside, forced, moved into place in one step, the folder forced.
 * Names beside are never used again, so that a second process that opens the folder meets nobody's.
 */
final class FolderFiles implements EnvelopeFiles {
    private static final int BUCKETS = 256;

    private final Path folder;
    private final Path beside;
    private final Disk disk;
    private final Supplier<UUID> names;

    private FolderFiles(Path folder, Disk disk, Supplier<UUID> names) {
        this.folder = folder;
        this.beside = folder.resolve("arriving");
        this.disk = disk;
        this.names = names;
    }

    static FolderFiles open(Path folder, Disk disk, Supplier<UUID> names) throws TryAgain {
        FolderFiles files = new FolderFiles(folder, disk, names);
        try {
            Files.createDirectories(files.beside);
            for (int i = 0; i < BUCKETS; i++) {
                Files.createDirectories(files.bucket(i));
            }
            disk.force(folder);
            disk.force(folder.toAbsolutePath().resolveSibling("."));
            return files;
        } catch (IOException e) {
            throw new TryAgain("disk-full", e);
        }
    }

    @Override
    public void put(String name, byte[] bytes, int length) throws TryAgain {
        Path temporary = temporary();
        Path target = path(name);
        try {
            disk.write(temporary, bytes, length);
            disk.force(temporary);
            disk.move(temporary, target);
            disk.force(target.resolveSibling("."));
        } catch (IOException e) {
            ArrivingFile.forget(temporary);
            throw new TryAgain("disk-full", e);
        }
    }

    @Override
    public Arriving begin(String name) throws TryAgain {
        return ArrivingFile.begin(disk, temporary(), path(name));
    }

    private Path temporary() {
        return beside.resolve(names.get().toString());
    }

    @Override
    public InputStream open(String name) throws TryAgain {
        try {
            return Files.newInputStream(path(name));
        } catch (NoSuchFileException e) {
            throw new TryAgain("sealed-bytes-missing", e);
        } catch (IOException e) {
            throw new TryAgain("disk-unreadable", e);
        }
    }

    @Override
    public void delete(String name) throws TryAgain {
        try {
            Files.deleteIfExists(path(name));
        } catch (IOException e) {
            throw new TryAgain("disk-unreadable", e);
        }
    }

    @Override
    public OptionalLong size(String name) throws TryAgain {
        try {
            return OptionalLong.of(Files.size(path(name)));
        } catch (NoSuchFileException e) {
            return OptionalLong.empty();
        } catch (IOException e) {
            throw new TryAgain("disk-unreadable", e);
        }
    }

    @Override
    public List<String> writtenBefore(Instant then) throws TryAgain {
        List<String> names = new ArrayList<>();
        try {
            for (int i = 0; i < BUCKETS; i++) {
                for (Path file : writtenBefore(then, bucket(i))) {
                    names.add(file.getFileName().toString());
                }
            }
            return names;
        } catch (IOException e) {
            throw new TryAgain("disk-unreadable", e);
        }
    }

    @Override
    public void clearArriving(Instant then) throws TryAgain {
        try {
            for (Path file : writtenBefore(then, beside)) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new TryAgain("disk-unreadable", e);
        }
    }

    private static List<Path> writtenBefore(Instant then, Path folder) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : (Iterable<Path>) all::iterator) {
                if (wasWrittenBefore(file, FileTime.from(then))) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    private static boolean wasWrittenBefore(Path file, FileTime then) throws IOException {
        try {
            return Files.getLastModifiedTime(file).compareTo(then) < 0;
        } catch (NoSuchFileException deletedSince) {
            return false;
        }
    }

    private Path bucket(int number) {
        return folder.resolve(String.format("%02x", number));
    }

    private Path path(String name) {
        return folder.resolve(name.substring(0, 2)).resolve(name);
    }
}
