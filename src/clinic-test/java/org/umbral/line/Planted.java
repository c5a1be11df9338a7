package org.umbral.line;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Made-up words that no class file holds: each letter is computed, and the search compares letter by letter, so that
 * whoever looks does not plant what is found.
 */
final class Planted {
    private static final int LETTERS = 14;
    private static final long WINDOW = 1L << 30;

    private final long seed;

    Planted(long seed) {
        this.seed = seed;
    }

    /** A letter that follows from the seed: lower case, the first one upper case. */
    private int letter(int word, int place) {
        long mixed = (seed * 1_000_003 + word * 8191L + place) * 0x9E3779B97F4A7C15L;
        int letter = (int) Math.floorMod(mixed >>> 33, 26L);
        return (place == 0 ? 'A' : 'a') + letter;
    }

    /** The word itself; whoever takes it drops it soon. */
    String word(int word) {
        StringBuilder letters = new StringBuilder();
        for (int place = 0; place < LETTERS; place++) {
            letters.append((char) letter(word, place));
        }
        return letters.toString();
    }

    /** Files below these folders that hold any of the first {@code words}, in Latin-1 or UTF-16. */
    List<Path> filesWith(int words, Path... folders) throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    if (isIn(file, words)) {
                        found.add(file);
                    }
                }
            }
        }
        return found;
    }

    boolean isIn(Path file, int words) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            long size = channel.size();
            for (long at = 0; at < size; at += WINDOW) {
                long length = Math.min(size - at, WINDOW + 2 * LETTERS);
                if (isIn(channel.map(FileChannel.MapMode.READ_ONLY, at, length), words)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isIn(MappedByteBuffer bytes, int words) {
        int[] first = new int[words];
        for (int word = 0; word < words; word++) {
            first[word] = letter(word, 0);
        }
        for (int at = 0; at < bytes.limit(); at++) {
            byte here = bytes.get(at);
            if (here >= 'A' && here <= 'Z') {
                for (int word = 0; word < words; word++) {
                    if (here == first[word] && (isAt(bytes, at, word, 1) || isAt(bytes, at, word, 2))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** One byte a letter, or two of which the other is zero: both orders of UTF-16 look alike from the second letter on. */
    private boolean isAt(MappedByteBuffer bytes, int from, int word, int step) {
        if (from + (LETTERS - 1) * step >= bytes.limit()) {
            return false;
        }
        for (int place = 1; place < LETTERS; place++) {
            int at = from + place * step;
            if (bytes.get(at) != letter(word, place) || step == 2 && bytes.get(at - 1) != 0) {
                return false;
            }
        }
        return true;
    }
}
