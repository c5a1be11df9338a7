package org.umbral.clinic.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A disk whose power goes after so many calls. What was forced is there afterwards; of the rest any bytes of a file, and any
 * of a folder's new, moved or deleted names, as chance has it: what a power cut may leave, and a killed process never does.
 */
final class PowerDisk extends Disk {
    private final Path root;
    private final Map<Path, Written> names = new HashMap<>();
    private final Map<FileChannel, Written> open = new IdentityHashMap<>();
    private final Map<Path, Map<String, Written>> forcedNames = new HashMap<>();
    private int callsLeft;

    private static final class Written {
        private Path at;
        private byte @Nullable [] forced;

        private Written(Path at) {
            this.at = at;
        }
    }

    PowerDisk(Path root, int calls) {
        this.root = root;
        callsLeft = calls;
    }

    private void use() throws IOException {
        if (callsLeft-- <= 0) {
            throw new IOException("the power is off");
        }
    }

    @Override
    public synchronized FileChannel begin(Path file) throws IOException {
        use();
        FileChannel channel = super.begin(file);
        Written written = new Written(file);
        names.put(file, written);
        open.put(channel, written);
        return channel;
    }

    @Override
    public synchronized void append(FileChannel file, byte[] bytes, int length) throws IOException {
        use();
        super.append(file, bytes, length);
    }

    @Override
    public synchronized void force(FileChannel file) throws IOException {
        use();
        force(open.get(file));
    }

    @Override
    public synchronized void force(Path fileOrFolder) throws IOException {
        use();
        Path path = fileOrFolder.normalize();
        if (Files.isDirectory(path)) {
            forcedNames.put(path, namesIn(path));
        } else {
            force(names.get(path));
        }
    }

    private static void force(@Nullable Written written) throws IOException {
        if (written != null) {
            written.forced = Files.readAllBytes(written.at);
        }
    }

    @Override
    public synchronized void move(Path from, Path to) throws IOException {
        use();
        super.move(from, to);
        Written moved = names.remove(from);
        if (moved != null) {
            moved.at = to;
            names.put(to, moved);
        }
    }

    private Map<String, Written> namesIn(Path folder) throws IOException {
        Map<String, Written> here = new HashMap<>();
        for (Path file : list(folder)) {
            Written written = names.get(file);
            if (written != null) {
                here.put(file.getFileName().toString(), written);
            }
        }
        return here;
    }

    /** Makes a copy as the machine finds it when it starts again; what went past this disk is copied as it stands. */
    synchronized void survivors(Path copy, Random chance) throws IOException {
        for (Path folder : folders()) {
            Path to = Files.createDirectories(copy.resolve(root.relativize(folder)));
            Map<String, Written> before = forcedNames.getOrDefault(folder, Map.of());
            Map<String, Written> now = namesIn(folder);
            TreeSet<String> all = new TreeSet<>(before.keySet());
            all.addAll(now.keySet());
            for (String name : all) {
                Written one = chance.nextBoolean() ? now.get(name) : before.get(name);
                if (one != null) {
                    Files.write(to.resolve(name), bytes(one, chance));
                }
            }
            for (Path file : list(folder)) {
                if (Files.isRegularFile(file) && !names.containsKey(file)) {
                    Files.copy(file, to.resolve(file.getFileName()));
                }
            }
        }
    }

    private static byte[] bytes(Written one, Random chance) throws IOException {
        byte[] now = Files.exists(one.at) ? Files.readAllBytes(one.at) : new byte[0];
        byte[] forced = one.forced == null ? new byte[0] : one.forced;
        if (now.length <= forced.length) {
            return forced;
        }
        byte[] some = Arrays.copyOf(now, forced.length + chance.nextInt(now.length - forced.length + 1));
        if (chance.nextBoolean()) {
            Arrays.fill(some, forced.length, some.length, (byte) 0);
        }
        return some;
    }

    private List<Path> folders() throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isDirectory).toList();
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        }
    }
}
