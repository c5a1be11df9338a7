package org.umbral.phone.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * The few things that the store does to files, so that a test can fill the disk or stop between two of them. Thread-safe.
 */
public interface SealedFiles {
    /** How a half-written file's name ends; whatever carries it may be erased. */
    String PART = ".part";

    static SealedFiles onDisk() {
        return new DiskSealedFiles(new Disk());
    }

    /** Makes a folder and those above it; their names are forced to disk when it returns. */
    void makeFolder(Path folder) throws IOException;

    /** Writes a file whole or not at all, making its folder; bytes and name are forced to disk when it returns. */
    void write(Path file, byte[] bytes) throws IOException;

    /** Reads from {@code offset}; the caller closes. */
    InputStream read(Path file, long offset) throws IOException;

    /** Gives a file another name in its folder, at once and forced to disk. */
    void rename(Path file, Path to) throws IOException;

    /** Overwrites, forces, then deletes; nothing happens where there is no such file. */
    void erase(Path file) throws IOException;

    /** The regular files of a folder, unfinished ones too; none where there is no such folder. */
    List<Path> list(Path folder) throws IOException;

    Instant modified(Path file) throws IOException;
}
