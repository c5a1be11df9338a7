package org.umbral.phone.disk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.umbral.shared.TryAgain;

/**
 * The few things that are done to files on a phone, so that a test can fill the disk or stop between two of them.
 * Thread-safe; two writers of one file are the caller's to keep apart.
 */
public interface PhoneFiles {
    /** How the name of a half-written or half-discarded file ends; whatever carries it may be erased. */
    String PART = ".part";

    /** The files of the phone that this runs on; readable by their owner only, where the file system knows owners. */
    static PhoneFiles onDisk() {
        return new DiskFiles(new Disk());
    }

    /** Makes a folder and those above it; their names are forced to disk when it returns. */
    void makeFolder(Path folder) throws IOException;

    /**
     * Writes a file whole or not at all, replacing an older one and making its folder; bytes and name are forced to disk
     * when it returns.
     */
    void write(Path file, byte[] bytes) throws IOException;

    /** Reads from {@code offset}; the caller closes. */
    InputStream read(Path file, long offset) throws IOException;

    /** All of it. */
    default byte[] read(Path file) throws IOException {
        try (InputStream in = read(file, 0)) {
            return in.readAllBytes();
        }
    }

    /** In bytes. */
    long size(Path file) throws IOException;

    /** Gives a file another name in its folder, at once and forced to disk. */
    void rename(Path file, Path to) throws IOException;

    /**
     * Overwrites, forces, then deletes; nothing happens where there is no such file. As good as flash memory allows: old
     * blocks may outlive it.
     */
    void erase(Path file) throws IOException;

    /** The same, but its name goes first: after a cut nobody mistakes half of it for the whole. */
    default void discard(Path file) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + PART);
        try {
            rename(file, part);
        } catch (NoSuchFileException gone) {
            return;
        }
        erase(part);
    }

    /** The regular files of a folder by name, unfinished ones too; none where there is no such folder. */
    List<Path> list(Path folder) throws IOException;

    Instant modified(Path file) throws IOException;

    /** What a failed operation means to the caller: {@code disk-full} or {@code file-unreadable}, without any name. */
    static TryAgain explain(IOException e) {
        String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        boolean full = message.contains("no space left") || message.contains("quota exceeded");
        return new TryAgain(full ? "disk-full" : "file-unreadable");
    }
}
