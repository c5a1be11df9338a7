package org.umbral.clinic.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** The few calls by which envelopes reach the disk; tests put faults in their place. */
public class Disk {
    /** Makes a file, or empties the one that is there, and writes all of it; not forced yet. */
    public void write(Path file, byte[] bytes, int length) throws IOException {
        try (FileChannel channel = begin(file)) {
            append(channel, bytes, length);
        }
    }

    /** Makes a file, or empties the one that is there; the caller closes it. */
    public FileChannel begin(Path file) throws IOException {
        return FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
    }

    /** Writes all of it behind what is there; not forced yet. */
    public void append(FileChannel file, byte[] bytes, int length) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(bytes, 0, length);
        while (rest.hasRemaining()) {
            file.write(rest);
        }
    }

    /** Forces a file's bytes to the disk, and its size. */
    public void force(FileChannel file) throws IOException {
        file.force(true);
    }

    /** Forces a file's bytes, or a folder's names, to the disk. */
    public void force(Path fileOrFolder) throws IOException {
        boolean folder = Files.isDirectory(fileOrFolder);
        try (FileChannel channel =
                FileChannel.open(fileOrFolder, folder ? StandardOpenOption.READ : StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    public void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }
}
