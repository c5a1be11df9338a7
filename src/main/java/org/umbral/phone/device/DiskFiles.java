package org.umbral.phone.device;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Files on a real disk. */
final class DiskFiles implements PhoneFiles {
    private static final int CHUNK = 64 * 1024;

    @Override
    public void write(Path file, byte[] bytes) throws IOException {
        Path folder = folderOf(file);
        make(folder);
        Path part = partOf(file);
        try {
            try (FileChannel out =
                    FileChannel.open(part, Set.of(CREATE, TRUNCATE_EXISTING, WRITE), ownerOnly(folder, "rw-------"))) {
                fill(out, ByteBuffer.wrap(bytes));
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            removeAfter(e, part);
            throw e;
        }
        force(folder);
    }

    /** Each new folder's name is forced in the one above it, or a cut could take the folder with its files. */
    private static void make(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Path above = folderOf(folder);
            make(above);
            Files.createDirectories(folder, ownerOnly(folder, "rwx------"));
            force(above);
        }
    }

    private static void removeAfter(IOException failure, Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    @Override
    public byte[] read(Path file) throws IOException {
        return Files.readAllBytes(file);
    }

    @Override
    public long size(Path file) throws IOException {
        return Files.size(file);
    }

    @Override
    public void delete(Path file) throws IOException {
        if (Files.deleteIfExists(file)) {
            force(folderOf(file));
        }
    }

    /** Takes the name away first, so that after a cut nobody mistakes half a file for a whole one. */
    @Override
    public void erase(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return;
        }
        Path part = file.toString().endsWith(PART) ? file : partOf(file);
        Files.move(file, part, StandardCopyOption.ATOMIC_MOVE);
        force(folderOf(part));
        try (FileChannel out = FileChannel.open(part, WRITE)) {
            ByteBuffer zeros = ByteBuffer.allocate(CHUNK);
            for (long left = out.size(); left > 0; left -= CHUNK) {
                out.write(zeros.clear().limit((int) Math.min(CHUNK, left)));
            }
            out.force(true);
        }
        delete(part);
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
    public long usableSpace(Path folder) {
        // Not through a FileStore: that looks for the mount point, which a chroot or a container does not show.
        return folder.toFile().getUsableSpace();
    }

    private static void fill(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
        out.force(true);
    }

    private static Path partOf(Path file) {
        return file.resolveSibling(file.getFileName() + PART);
    }

    private static Path folderOf(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IllegalArgumentException("a file stands in a folder");
        }
        return folder;
    }

    /** So that the name, too, survives a cut. Windows opens no folders and needs none of it. */
    private static void force(Path folder) throws IOException {
        if (isPosix(folder)) {
            try (FileChannel channel = FileChannel.open(folder, READ)) {
                channel.force(true);
            }
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path folder, String permissions) {
        return isPosix(folder)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path folder) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
