package org.umbral.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.umbral.phone.disk.PhoneFiles;

/**
 * Real files that go wrong on time: what changes the disk is counted from 1 (writes, renames, erasures), and the n-th
 * fails. A full disk fails from then on until there is room again; a cut leaves a part of the write and ends everything,
 * as an empty battery does.
 */
public final class FaultyFiles implements PhoneFiles {
    private final PhoneFiles real = PhoneFiles.onDisk();
    private int changes;
    private int fullFrom = Integer.MAX_VALUE;
    private int cutAt = Integer.MAX_VALUE;
    private int keptBytes;

    /** From this change on, "No space left on device" for every write. */
    public synchronized FaultyFiles fullFrom(int change) {
        fullFrom = change;
        return this;
    }

    public synchronized void makeRoom() {
        fullFrom = Integer.MAX_VALUE;
    }

    /** This change, if a write, leaves so many bytes in an unfinished file; it and everything after it fails. */
    public synchronized FaultyFiles cutAt(int change, int bytesKept) {
        cutAt = change;
        keptBytes = bytesKept;
        return this;
    }

    /** So many changes more, then the power is gone until {@link #mend}. */
    public synchronized void cutAfter(int more) {
        cutAt = changes + more + 1;
    }

    public synchronized void mend() {
        cutAt = Integer.MAX_VALUE;
    }

    @Override
    public synchronized void makeFolder(Path folder) throws IOException {
        failIfCut();
        real.makeFolder(folder);
    }

    @Override
    public synchronized void write(Path file, byte[] bytes) throws IOException {
        if (++changes == cutAt) {
            Files.createDirectories(file.resolveSibling("."));
            Path part = file.resolveSibling(file.getFileName() + PART);
            Files.write(part, Arrays.copyOf(bytes, Math.min(keptBytes, bytes.length)));
        }
        failIfCut();
        if (changes >= fullFrom) {
            throw new IOException("No space left on device");
        }
        real.write(file, bytes);
    }

    @Override
    public synchronized InputStream read(Path file, long offset) throws IOException {
        failIfCut();
        return real.read(file, offset);
    }

    @Override
    public synchronized long size(Path file) throws IOException {
        failIfCut();
        return real.size(file);
    }

    @Override
    public synchronized void rename(Path file, Path to) throws IOException {
        changes++;
        failIfCut();
        real.rename(file, to);
    }

    @Override
    public synchronized void erase(Path file) throws IOException {
        changes++;
        failIfCut();
        real.erase(file);
    }

    @Override
    public synchronized List<Path> list(Path folder) throws IOException {
        failIfCut();
        return real.list(folder);
    }

    @Override
    public synchronized Instant modified(Path file) throws IOException {
        failIfCut();
        return real.modified(file);
    }

    private void failIfCut() throws IOException {
        if (changes >= cutAt) {
            throw new IOException("the power is gone");
        }
    }
}
