package org.umbral.phone.disk;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** The few calls by which files reach the disk; tests put faults in their place. Only {@link #force} is durable. */
class Disk {
    private static final int PIECE = 64 * 1024;

    void makeFolder(Path folder) throws IOException {
        Files.createDirectories(folder, ownerOnly(folder, "rwx------"));
    }

    /** Makes a file anew, whoever could read the one that a kill may have left, and writes all of it. */
    void write(Path file, byte[] bytes) throws IOException {
        Files.deleteIfExists(file);
        try (FileChannel out = FileChannel.open(file, Set.of(CREATE_NEW, WRITE), ownerOnly(file, "rw-------"))) {
            fill(out, ByteBuffer.wrap(bytes));
        }
    }

    /** Writes zeros over what is there. */
    void overwrite(Path file) throws IOException {
        try (FileChannel out = FileChannel.open(file, WRITE)) {
            ByteBuffer zeros = ByteBuffer.allocate(PIECE);
            for (long left = out.size(); left > 0; left -= PIECE) {
                fill(out, zeros.clear().limit((int) Math.min(PIECE, left)));
            }
        }
    }

    private static void fill(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    /** Forces a file's bytes, or a folder's names, to the disk. Windows opens no folders and needs none of it. */
    void force(Path fileOrFolder) throws IOException {
        boolean folder = Files.isDirectory(fileOrFolder);
        if (folder && !isPosix(fileOrFolder)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(fileOrFolder, folder ? READ : WRITE)) {
            channel.force(true);
        }
    }

    /** In one step, replacing what has that name. */
    void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Nothing happens where there is none. */
    void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    private static FileAttribute<?>[] ownerOnly(Path made, String permissions) {
        return isPosix(made)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
