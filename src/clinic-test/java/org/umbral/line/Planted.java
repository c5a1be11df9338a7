package org.umbral.line;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Made-up words that no class file holds: each letter is computed, and the search compares letter by letter, so that
 * whoever looks does not plant what is found.
 */
final class Planted {
    private static final int LETTERS = 14;
    /** So many letters in a row are no chance: a word that was not yet typed to its end is found too. */
    private static final int ENOUGH = 10;

    private static final int GLYPH = Integer.BYTES;
    private static final int SMALL = 0x20;
    private static final int TEMPORARY_DEPTH = 3;
    private static final long WINDOW = 1L << 30;

    private static final int LETTERS_OF_ALPHABET = 26;
    private static final int MARK_BYTES = 24;
    /** What is found of bytes that were marked is numbered from here. */
    static final int FIRST_MARK = 1_000_000;

    private final long seed;
    /** Marked bytes, every bit turned, so that this copy is not what is found. */
    private final List<byte[]> marks = new ArrayList<>();

    private final AtomicLong searched = new AtomicLong();

    Planted(long seed) {
        this.seed = seed;
    }

    /** From now on the middle of these bytes is searched for too. */
    void mark(byte[] bytes) {
        byte[] middle = Arrays.copyOfRange(bytes, bytes.length / 2, bytes.length / 2 + MARK_BYTES);
        for (int i = 0; i < MARK_BYTES; i++) {
            middle[i] = (byte) ~middle[i];
        }
        marks.add(middle);
    }

    int marks() {
        return marks.size();
    }

    /** How many bytes were looked through since this was last asked. */
    long searchedBytes() {
        return searched.getAndSet(0);
    }

    /** A letter that follows from the seed: lower case, the first one upper case. */
    private int letter(int word, int place) {
        // Neighbours have nothing in common: else one word is another, moved by a few letters.
        long mixed = seed + (word * 8191L + place) * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        int letter = (int) Math.floorMod(mixed ^ mixed >>> 31, (long) LETTERS_OF_ALPHABET);
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
        return !wordsIn(file, words).isEmpty();
    }

    /** Which of the first {@code words} a file holds, in capitals or not. */
    Set<Integer> wordsIn(Path file, int words) throws IOException {
        Set<Integer> found = new TreeSet<>();
        try (FileChannel channel = FileChannel.open(file)) {
            long size = channel.size();
            searched.addAndGet(size);
            for (long at = 0; at < size; at += WINDOW) {
                long length = Math.min(size - at, WINDOW + 2 * LETTERS);
                search(channel.map(FileChannel.MapMode.READ_ONLY, at, length), starts(words), found);
            }
        }
        return found;
    }

    /** Words by their first two letters, by the step from their second letter to the third, and marks by their first byte. */
    private record Starts(int[][] letters, int[][] steps, int[][] marks) {}

    private Starts starts(int words) {
        return new Starts(
                by(
                        LETTERS_OF_ALPHABET * LETTERS_OF_ALPHABET,
                        words,
                        word -> ((letter(word, 0) | SMALL) - 'a') * LETTERS_OF_ALPHABET + letter(word, 1) - 'a'),
                by(2 * LETTERS_OF_ALPHABET, words, word -> letter(word, 2) - letter(word, 1) + LETTERS_OF_ALPHABET),
                by(1 << Byte.SIZE, marks.size(), mark -> ~marks.get(mark)[0] & 0xff));
    }

    private static int[][] by(int keys, int count, IntUnaryOperator key) {
        return IntStream.range(0, keys)
                .mapToObj(one -> IntStream.range(0, count)
                        .filter(number -> key.applyAsInt(number) == one)
                        .toArray())
                .toArray(int[][]::new);
    }

    private void search(MappedByteBuffer bytes, Starts starts, Set<Integer> found) {
        for (int at = 0; at < bytes.limit(); at++) {
            byte here = bytes.get(at);
            letters(bytes, at, 1, starts, found);
            letters(bytes, at, 2, starts, found);
            if (here == 0 && at + ENOUGH * GLYPH < bytes.limit()) {
                glyphs(bytes, at, starts, found);
            }
            for (int mark : starts.marks()[here & 0xff]) {
                if (isMark(bytes, at, marks.get(mark))) {
                    found.add(FIRST_MARK + mark);
                }
            }
        }
    }

    private void letters(MappedByteBuffer bytes, int at, int step, Starts starts, Set<Integer> found) {
        int first = (bytes.get(at) | SMALL) - 'a';
        if (first < 0 || first >= LETTERS_OF_ALPHABET || at + step >= bytes.limit()) {
            return;
        }
        int second = (bytes.get(at + step) | SMALL) - 'a';
        if (second >= 0 && second < LETTERS_OF_ALPHABET) {
            for (int word : starts.letters()[first * LETTERS_OF_ALPHABET + second]) {
                if (isAt(bytes, at, word, step)) {
                    found.add(word);
                }
            }
        }
    }

    private void glyphs(MappedByteBuffer bytes, int at, Starts starts, Set<Integer> found) {
        int step = bytes.getInt(at + GLYPH) - bytes.getInt(at) + LETTERS_OF_ALPHABET;
        if (step >= 0 && step < 2 * LETTERS_OF_ALPHABET) {
            for (int word : starts.steps()[step]) {
                if (areGlyphs(bytes, at, word)) {
                    found.add(word);
                }
            }
        }
    }

    private static boolean isMark(MappedByteBuffer bytes, int from, byte[] mark) {
        if (from + MARK_BYTES > bytes.limit()) {
            return false;
        }
        for (int place = 0; place < MARK_BYTES; place++) {
            if (bytes.get(from + place) != (byte) ~mark[place]) {
                return false;
            }
        }
        return true;
    }

    /** The numbers under which a font draws small letters follow each other as letters do: a word in another form. */
    private boolean areGlyphs(MappedByteBuffer bytes, int from, int word) {
        int first = bytes.getInt(from) - letter(word, 1);
        for (int place = 2; place < ENOUGH; place++) {
            if (bytes.getInt(from + (place - 1) * GLYPH) - letter(word, place) != first) {
                return false;
            }
        }
        return true;
    }

    /** One byte a letter, or two of which the other is zero: both orders of UTF-16 look alike from the second letter on. */
    private boolean isAt(MappedByteBuffer bytes, int from, int word, int step) {
        if (from + (ENOUGH - 1) * step >= bytes.limit()) {
            return false;
        }
        for (int place = 1; place < ENOUGH; place++) {
            int at = from + place * step;
            if ((bytes.get(at) | SMALL) != letter(word, place) || step == 2 && bytes.get(at - 1) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Files made or changed in the temporary folder since, but below {@code own}, that hold any of the words. */
    List<Path> temporaryFilesWith(int words, Instant since, Path own) throws IOException {
        List<Path> found = new ArrayList<>();
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        Files.walkFileTree(temporary, Set.of(), TEMPORARY_DEPTH, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes facts) {
                return folder.equals(own) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes facts) {
                boolean recent = facts.lastModifiedTime().toInstant().isAfter(since);
                if (facts.isRegularFile() && recent && holds(file, words)) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }

    private boolean holds(Path file, int words) {
        try {
            return isIn(file, words);
        } catch (IOException e) {
            // Gone or not ours to read.
            return false;
        }
    }

    /** Every live object of this process, after the collector has run. */
    static Path dump(Path file) throws IOException {
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(file.toString(), true);
        return file;
    }
}
