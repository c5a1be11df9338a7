package org.umbral.testing;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/** Right inputs made wrong, one after the other: flipped, cut, spliced, repeated, with words of a dictionary put in. */
public final class Mutations {
    private static final int MOST_BYTES = 64 * 1024;
    private static final int MOST_CHANGES = 6;
    private static final int MOST_STRETCH = 64;
    private static final int MOST_REPEATS = 300;
    private static final int SHOWN = 400;

    private final Random random;
    private final List<byte[]> right;
    private final List<byte[]> words;

    public Mutations(long seed, List<byte[]> right, List<byte[]> words) {
        random = new Random(seed);
        this.right = right;
        this.words = words;
    }

    /** What is tried with an input: it may throw only what {@link #hold} is told. */
    @FunctionalInterface
    public interface Target {
        void take(byte[] input) throws Exception;
    }

    /** Tries so many; the first that throws anything but the declared failure is told with its number and bytes. */
    public void hold(int count, Class<? extends Exception> declared, Target target) {
        for (int i = 0; i < count; i++) {
            byte[] input = next();
            try {
                target.take(input);
            } catch (Exception | StackOverflowError | OutOfMemoryError e) {
                if (!declared.isInstance(e)) {
                    String shown = HexFormat.of().formatHex(Arrays.copyOf(input, Math.min(SHOWN, input.length)));
                    throw new AssertionError("input " + i + ", " + input.length + " bytes: " + shown, e);
                }
            }
        }
    }

    byte[] next() {
        byte[] input = one(right).clone();
        for (int i = random.nextInt(MOST_CHANGES); i >= 0; i--) {
            input = changed(input);
        }
        return input.length > MOST_BYTES ? Arrays.copyOf(input, MOST_BYTES) : input;
    }

    private byte[] changed(byte[] input) {
        int from = random.nextInt(input.length + 1);
        int to = Math.min(input.length, from + random.nextInt(MOST_STRETCH));
        return switch (random.nextInt(9)) {
            case 0 -> flipped(input);
            case 1 -> Arrays.copyOf(input, from);
            case 2 -> joined(input, from, new byte[0], to);
            case 3 -> joined(input, from, noise(), from);
            case 4 -> joined(input, from, noise(), to);
            case 5 -> joined(input, from, one(words), to);
            case 6 -> joined(input, from, one(words), from);
            case 7 -> joined(input, to, repeated(Arrays.copyOfRange(input, from, to)), to);
            default -> spliced(input, from);
        };
    }

    private byte[] flipped(byte[] input) {
        byte[] flipped = input.clone();
        if (flipped.length > 0) {
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        }
        return flipped;
    }

    private byte[] noise() {
        byte[] noise = new byte[random.nextInt(8)];
        random.nextBytes(noise);
        return noise;
    }

    private byte[] repeated(byte[] stretch) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = random.nextInt(MOST_REPEATS); i > 0; i--) {
            out.writeBytes(stretch);
        }
        return out.toByteArray();
    }

    private byte[] spliced(byte[] input, int from) {
        byte[] other = one(right);
        int start = random.nextInt(other.length + 1);
        return joined(input, from, Arrays.copyOfRange(other, start, other.length), input.length);
    }

    /** The input's start, something, and the input from there on. */
    private static byte[] joined(byte[] input, int start, byte[] between, int rest) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(input, 0, start);
        out.writeBytes(between);
        out.write(input, rest, input.length - rest);
        return out.toByteArray();
    }

    private byte[] one(List<byte[]> many) {
        return many.get(random.nextInt(many.size()));
    }
}
