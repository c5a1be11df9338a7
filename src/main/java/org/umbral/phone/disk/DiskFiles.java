package org.umbral.phone.disk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Files on a real disk. */
final class DiskFiles implements PhoneFiles {
    private final Disk disk;
    /** Folders whose names this process has forced; others may be what a kill left between making and forcing. */
    private final Set<Path> forced = ConcurrentHashMap.newKeySet();

    DiskFiles(Disk disk) {
        this.disk = disk;
    }

    /**
     * Each folder's name is forced in the one above it, or a power cut could take the folder with its files. What stands
     * in a folder that only others may read is left to the system. One that somebody took away is made again.
     */
    @Override
    public void makeFolder(Path folder) throws IOException {
        Path whole = folder.toAbsolutePath();
        if (forced.contains(whole) && Files.isDirectory(whole)) {
            return;
        }
        Path above = folderOf(whole);
        if (!Files.isDirectory(whole)) {
            makeFolder(above);
            disk.makeFolder(whole);
        }
        if (Files.isReadable(above)) {
            disk.force(above);
        }
        forced.add(whole);
    }

    @Override
    public void write(Path file, byte[] bytes) throws IOException {
        Path folder = folderOf(file);
        makeFolder(folder);
        Path part = folder.resolve(file.getFileName() + PART);
        try {
            disk.write(part, bytes);
            disk.force(part);
            disk.move(part, file);
        } catch (IOException e) {
            deleteAfter(e, part);
            throw e;
        }
        disk.force(folder);
    }

    private void deleteAfter(IOException failure, Path part) {
        try {
            disk.delete(part);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    @Override
    public InputStream read(Path file, long offset) throws IOException {
        FileChannel in = FileChannel.open(file, StandardOpenOption.READ);
        try {
            return Channels.newInputStream(in.position(offset));
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    @Override
    public long size(Path file) throws IOException {
        return Files.size(file);
    }

    @Override
    public void rename(Path file, Path to) throws IOException {
        disk.move(file, to);
        disk.force(folderOf(to));
    }

    @Override
    public void erase(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return;
        }
        disk.overwrite(file);
        disk.force(file);
        disk.delete(file);
        disk.force(folderOf(file));
    }

    @Override
    public List<Path> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @Override
    public Instant modified(Path file) throws IOException {
        return Files.getLastModifiedTime(file).toInstant();
    }

    private static Path folderOf(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new NoSuchFileException(file.toString());
        }
        return folder;
    }
}
