package org.umbral.clinic.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.umbral.testing.PowerCut;

/** A clinic's disk whose power goes after so many calls. */
final class PowerDisk extends Disk {
    private final PowerCut power;
    private final Map<FileChannel, Path> open = new IdentityHashMap<>();

    PowerDisk(Path root, int calls) {
        power = new PowerCut(root, calls);
    }

    @Override
    public synchronized FileChannel begin(Path file) throws IOException {
        power.use();
        FileChannel channel = super.begin(file);
        power.made(file);
        open.put(channel, file);
        return channel;
    }

    @Override
    public synchronized void append(FileChannel file, byte[] bytes, int length) throws IOException {
        power.use();
        super.append(file, bytes, length);
    }

    @Override
    public synchronized void force(FileChannel file) throws IOException {
        power.use();
        power.forced(Objects.requireNonNull(open.get(file)));
    }

    @Override
    public synchronized void force(Path fileOrFolder) throws IOException {
        power.use();
        power.forced(fileOrFolder);
    }

    @Override
    public synchronized void move(Path from, Path to) throws IOException {
        power.use();
        super.move(from, to);
        power.moved(from, to);
        open.replaceAll((channel, at) -> at.equals(from) ? to : at);
    }

    void survivors(Path copy, Random chance) throws IOException {
        power.survivors(copy, chance);
    }
}
