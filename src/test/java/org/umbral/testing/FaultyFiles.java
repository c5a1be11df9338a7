package org.umbral.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.umbral.phone.device.PhoneFiles;

/**
 * Real files that go wrong on time: what changes the disk is counted from 1 (writes, deletions, erasures), and the n-th
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

    public synchronized int changes() {
        return changes;
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
    public synchronized byte[] read(Path file) throws IOException {
        failIfCut();
        return real.read(file);
    }

    @Override
    public synchronized long size(Path file) throws IOException {
        failIfCut();
        return real.size(file);
    }

    @Override
    public synchronized void delete(Path file) throws IOException {
        changes++;
        failIfCut();
        real.delete(file);
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
    public synchronized long usableSpace(Path folder) throws IOException {
        failIfCut();
        return changes + 1 >= fullFrom ? 0 : real.usableSpace(folder);
    }

    private void failIfCut() throws IOException {
        if (changes >= cutAt) {
            throw new IOException("the power is gone");
        }
    }
}
