package org.umbral.line;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.umbral.phone.store.SealedFiles;

/** Real files on a disk that is full while a test says so. */
final class FullFiles implements SealedFiles {
    private final SealedFiles disk = SealedFiles.onDisk();
    private volatile boolean full;

    void full(boolean isFull) {
        full = isFull;
    }

    @Override
    public void write(Path file, byte[] bytes) throws IOException {
        if (full) {
            throw new IOException("No space left on device");
        }
        disk.write(file, bytes);
    }

    @Override
    public InputStream read(Path file, long offset) throws IOException {
        return disk.read(file, offset);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        disk.rename(from, to);
    }

    @Override
    public void erase(Path file) throws IOException {
        disk.erase(file);
    }

    @Override
    public List<Path> list(Path folder) throws IOException {
        return disk.list(folder);
    }

    @Override
    public Instant modified(Path file) throws IOException {
        return disk.modified(file);
    }
}
