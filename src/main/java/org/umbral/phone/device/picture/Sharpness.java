package org.umbral.phone.device.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * How sharp the writing on a photographed paper is: the standard deviation of the Laplacian in small blocks, less the
 * grain that the emptiest blocks show, for each step of contrast that the block holds. So neither much writing, nor dark
 * ink, nor a grainy sensor makes a photo look sharper than it is. The two halves of the Laplacian are looked at apart and
 * the smaller counts, since a hand that moves blurs along its way only.
 */
final class Sharpness {
    private static final int BLOCK = 20;
    private static final int LEAST_CONTRAST = 50;
    private static final int LEAST_BLOCKS = 12;

    private record Block(int contrast, double across, double down) {}

    private Sharpness() {}

    /** Empty where too little is written on the picture to say. */
    static OptionalDouble of(Grey grey) {
        List<Block> blocks = blocks(grey);
        blocks.sort(Comparator.comparingInt(Block::contrast));
        if (blocks.isEmpty()) {
            return OptionalDouble.empty();
        }
        Block empty = blocks.get(blocks.size() / 20);
        List<Block> written = blocks.stream()
                .filter(block -> block.contrast() >= LEAST_CONTRAST)
                .toList();
        if (written.size() < LEAST_BLOCKS) {
            return OptionalDouble.empty();
        }
        double across = upperQuarter(written, block -> block.across() - empty.across());
        double down = upperQuarter(written, block -> block.down() - empty.down());
        return OptionalDouble.of(Math.min(across, down));
    }

    private static double upperQuarter(List<Block> written, ToDoubleFunction<Block> variance) {
        double[] sharp = written.stream()
                .mapToDouble(block -> Math.sqrt(Math.max(0, variance.applyAsDouble(block))) / block.contrast())
                .sorted()
                .toArray();
        return sharp[sharp.length * 3 / 4];
    }

    private static List<Block> blocks(Grey grey) {
        List<Block> blocks = new ArrayList<>();
        for (int top = 1; top + BLOCK < grey.height(); top += BLOCK) {
            for (int left = 1; left + BLOCK < grey.width(); left += BLOCK) {
                blocks.add(block(grey, left, top));
            }
        }
        return blocks;
    }

    private static Block block(Grey grey, int left, int top) {
        int darkest = 255;
        int brightest = 0;
        long across = 0;
        long down = 0;
        for (int y = top; y < top + BLOCK; y++) {
            for (int x = left; x < left + BLOCK; x++) {
                darkest = Math.min(darkest, grey.at(x, y));
                brightest = Math.max(brightest, grey.at(x, y));
                int twice = 2 * grey.at(x, y);
                int sideways = twice - grey.at(x - 1, y) - grey.at(x + 1, y);
                int upright = twice - grey.at(x, y - 1) - grey.at(x, y + 1);
                across += (long) sideways * sideways;
                down += (long) upright * upright;
            }
        }
        // Second differences have a mean of next to nothing, so their squares are their variance.
        double points = BLOCK * BLOCK;
        return new Block(brightest - darkest, across / points, down / points);
    }
}
