package org.umbral.clinic.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.umbral.shared.TryAgain;

/**
 * A file that grows beside and is moved into place when all of it came. It is moved before it is forced, so that one
 * commit of a journaling disk takes bytes and name; nobody else has the name, and no row names it before it is kept.
 */
final class ArrivingFile implements EnvelopeFiles.Arriving {
    private final Disk disk;
    private final Path temporary;
    private final Path target;
    private final FileChannel file;
    private long length;

    private ArrivingFile(Disk disk, Path temporary, Path target, FileChannel file) {
        this.disk = disk;
        this.temporary = temporary;
        this.target = target;
        this.file = file;
    }

    static ArrivingFile begin(Disk disk, Path temporary, Path target) throws TryAgain {
        try {
            return new ArrivingFile(disk, temporary, target, disk.begin(temporary));
        } catch (IOException e) {
            throw new TryAgain("disk-full", e);
        }
    }

    @Override
    public String name() {
        return target.getFileName().toString();
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public void add(byte[] bytes, int count) throws TryAgain {
        try {
            disk.append(file, bytes, count);
            length += count;
        } catch (IOException e) {
            close();
            throw new TryAgain("disk-full", e);
        }
    }

    @Override
    public void keep() throws TryAgain {
        try {
            disk.move(temporary, target);
            disk.force(file);
            file.close();
            disk.force(target.resolveSibling("."));
        } catch (IOException e) {
            close();
            forget(target);
            throw new TryAgain("disk-full", e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            // What it held is forgotten.
        }
        forget(temporary);
    }

    static void forget(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            // Swept when it is an hour old.
        }
    }
}
