package org.umbral.phone.disk;

import java.io.IOException;
import java.nio.file.Path;
import org.umbral.testing.PowerCut;

/** A phone's disk whose power goes. */
public final class PowerDisk extends Disk {
    private final PowerCut power;

    private PowerDisk(PowerCut power) {
        this.power = power;
    }

    public static PhoneFiles under(PowerCut power) {
        return new DiskFiles(new PowerDisk(power));
    }

    @Override
    void makeFolder(Path folder) throws IOException {
        power.use();
        super.makeFolder(folder);
        power.madeFolder(folder);
    }

    @Override
    void write(Path file, byte[] bytes) throws IOException {
        power.use();
        super.write(file, bytes);
        power.made(file);
    }

    @Override
    void overwrite(Path file) throws IOException {
        power.use();
        super.overwrite(file);
    }

    @Override
    void force(Path fileOrFolder) throws IOException {
        power.use();
        power.forced(fileOrFolder);
    }

    @Override
    void move(Path from, Path to) throws IOException {
        power.use();
        super.move(from, to);
        power.moved(from, to);
    }

    @Override
    void delete(Path file) throws IOException {
        power.use();
        super.delete(file);
        power.deleted(file);
    }
}
