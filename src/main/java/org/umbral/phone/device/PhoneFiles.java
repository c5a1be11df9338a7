package org.umbral.phone.device;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.umbral.shared.Failure;
import org.umbral.shared.TryAgain;

/**
 * The few things that are done to files on a phone, so that a test can fill the disk or cut a write. Thread-safe; two
 * writers of one file are the caller's to keep apart.
 */
public interface PhoneFiles {
    /** How the name of a half-written or half-erased file ends: what a cut left under it may be erased. */
    String PART = ".part";

    /** The files of the phone that this runs on; readable by their owner only, where the file system knows owners. */
    static PhoneFiles onDisk() {
        return new DiskFiles();
    }

    /**
     * Writes a file whole or not at all, replacing an older one; missing folders are made. When it returns, the bytes and
     * the name have been forced to disk.
     */
    void write(Path file, byte[] bytes) throws IOException;

    byte[] read(Path file) throws IOException;

    /** In bytes. */
    long size(Path file) throws IOException;

    /** Deletes a file for good, name forced to disk; nothing happens where there is none. */
    void delete(Path file) throws IOException;

    /** Overwrites, forces, then deletes. As good as flash memory allows: old blocks may outlive it. */
    void erase(Path file) throws IOException;

    /** The regular files of a folder by name, unfinished ones too; none where there is no such folder. */
    List<Path> list(Path folder) throws IOException;

    /** Bytes that may still be written there, as the system estimates. */
    long usableSpace(Path folder) throws IOException;

    /** What a failed operation means to the caller: {@code disk-full} or {@code file-unreadable}, without any name. */
    static Failure explain(IOException e) {
        String message = String.valueOf(e.getMessage());
        boolean full = message.contains("No space left") || message.contains("quota exceeded");
        return new TryAgain(full ? "disk-full" : "file-unreadable");
    }
}
