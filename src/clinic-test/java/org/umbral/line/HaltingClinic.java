package org.umbral.line;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.umbral.clinic.store.Disk;
import org.umbral.testing.MovableClock;

/** A clinic in a process of its own that ends where the first envelope's file has its name and no row yet. */
final class HaltingClinic {
    static final int HALTED = 9;

    private HaltingClinic() {}

    public static void main(String[] args) throws Exception {
        Disk disk = new Disk() {
            @Override
            public void move(Path from, Path to) throws IOException {
                super.move(from, to);
                Runtime.getRuntime().halt(HALTED);
            }
        };
        ClinicChild.listen(LineClinic.of(
                Path.of(args[0]),
                new MovableClock(args[1]),
                Integer.parseInt(args[2]),
                List.of(args[3]),
                Optional.of(disk)));
    }

    static Process start(LineFixture line) throws IOException {
        return ClinicChild.start(HaltingClinic.class, line);
    }
}
