package org.umbral.phone.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.umbral.shared.TryAgain;

/** Files that a test can let run out of space, and the same for a store's own file. */
public final class FullDisk implements SealedFiles {
    private final SealedFiles disk = SealedFiles.onDisk();
    private volatile boolean full;

    public void full(boolean isFull) {
        full = isFull;
    }

    /** The database may not grow by another page. */
    public static void fill(PhoneStore store) throws TryAgain {
        store.limitPages(1);
    }

    public static void empty(PhoneStore store) throws TryAgain {
        store.limitPages(1 << 30);
    }

    @Override
    public void makeFolder(Path folder) throws IOException {
        disk.makeFolder(folder);
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
    public void rename(Path file, Path to) throws IOException {
        disk.rename(file, to);
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
