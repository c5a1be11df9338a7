package org.umbral.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the power's going leaves of a disk that a test's calls go through. What was forced is there afterwards; of the rest
 * any bytes of a file, and any of a folder's new, moved or deleted names, as chance has it: what a killed process never does.
 */
public final class PowerCut {
    private final Path root;
    private final Map<Path, Written> names = new HashMap<>();
    private final Map<Path, Map<String, Written>> forcedNames = new HashMap<>();
    private final Set<Path> unforcedFolders = new HashSet<>();
    private int callsLeft;

    private static final class Written {
        private Path at;
        private byte @Nullable [] forced;

        private Written(Path at) {
            this.at = at;
        }
    }

    /** @param calls after so many the power goes */
    public PowerCut(Path root, int calls) {
        this.root = root;
        callsLeft = calls;
    }

    /** Every call asks first. */
    public synchronized void use() throws IOException {
        if (callsLeft-- <= 0) {
            throw new IOException("the power is off");
        }
    }

    /** A file was made anew, or emptied. */
    public synchronized void made(Path file) {
        names.put(file, new Written(file));
    }

    public synchronized void madeFolder(Path folder) {
        unforcedFolders.add(folder);
    }

    public synchronized void forced(Path fileOrFolder) throws IOException {
        Path path = fileOrFolder.normalize();
        if (!Files.isDirectory(path)) {
            force(names.get(path));
            return;
        }
        forcedNames.put(path, namesIn(path));
        unforcedFolders.removeIf(inside -> path.equals(inside.getParent()));
    }

    private static void force(@Nullable Written written) throws IOException {
        if (written != null) {
            written.forced = Files.readAllBytes(written.at);
        }
    }

    public synchronized void moved(Path from, Path to) {
        Written moved = names.remove(from);
        if (moved != null) {
            moved.at = to;
            names.put(to, moved);
        }
    }

    public synchronized void deleted(Path file) {
        names.remove(file);
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

    /** Makes a copy as the machine finds it when it starts again; what went past these calls is copied as it stands. */
    public synchronized void survivors(Path copy, Random chance) throws IOException {
        Set<Path> lost = new HashSet<>();
        for (Path folder : folders()) {
            boolean isLost =
                    lost.contains(folder.getParent()) || (unforcedFolders.contains(folder) && chance.nextBoolean());
            if (isLost) {
                lost.add(folder);
            } else {
                survivors(folder, Files.createDirectories(copy.resolve(root.relativize(folder))), chance);
            }
        }
    }

    private void survivors(Path folder, Path to, Random chance) throws IOException {
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

    /** From the top downwards. */
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
