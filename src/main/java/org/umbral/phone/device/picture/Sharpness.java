package org.umbral.phone.device.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How sharp the writing on a photographed paper is: the second differences in small blocks, less the grain that the
 * emptiest blocks show, for each step of contrast that the block holds. So neither much writing, nor dark ink, nor a
 * grainy sensor makes a photo look sharper than it is. Across and down are looked at apart and the smaller counts, since a
 * hand that moves blurs along its way only; a block without contrast in a direction, as under a ruled line, says nothing
 * of it.
 */
final class Sharpness {
    private static final int BLOCK = 20;
    private static final int REACH = 4;
    private static final int LEAST_CONTRAST = 50;
    private static final int LEAST_BLOCKS = 12;

    /** One way only: the greatest step over eight points, and how strongly the light bends from point to point. */
    private record Block(int contrast, double variance) {}

    private Sharpness() {}

    /** Empty where too little is written on the picture to say. */
    static OptionalDouble of(Grey grey) {
        OptionalDouble across = along(grey, 1, 0);
        OptionalDouble down = along(grey, 0, 1);
        return across.isPresent() && down.isPresent()
                ? OptionalDouble.of(Math.min(across.getAsDouble(), down.getAsDouble()))
                : OptionalDouble.empty();
    }

    private static OptionalDouble along(Grey grey, int x, int y) {
        List<Block> blocks = new ArrayList<>();
        for (int top = REACH; top + BLOCK + REACH <= grey.height(); top += BLOCK) {
            for (int left = REACH; left + BLOCK + REACH <= grey.width(); left += BLOCK) {
                blocks.add(block(grey, left, top, x, y));
            }
        }
        blocks.sort(Comparator.comparingInt(Block::contrast));
        double[] sharp = blocks.stream()
                .filter(block -> block.contrast() >= LEAST_CONTRAST)
                .mapToDouble(block -> Math.sqrt(Math.max(0, block.variance() - grain(blocks))) / block.contrast())
                .sorted()
                .toArray();
        return sharp.length < LEAST_BLOCKS ? OptionalDouble.empty() : OptionalDouble.of(sharp[sharp.length * 3 / 4]);
    }

    private static double grain(List<Block> byContrast) {
        return byContrast.get(byContrast.size() / 20).variance();
    }

    private static Block block(Grey grey, int left, int top, int x, int y) {
        int contrast = 0;
        long squares = 0;
        for (int row = top; row < top + BLOCK; row++) {
            for (int column = left; column < left + BLOCK; column++) {
                int step = grey.at(column + REACH * x, row + REACH * y) - grey.at(column - REACH * x, row - REACH * y);
                contrast = Math.max(contrast, Math.abs(step));
                int bend = 2 * grey.at(column, row) - grey.at(column - x, row - y) - grey.at(column + x, row + y);
                squares += (long) bend * bend;
            }
        }
        // Second differences have a mean of next to nothing, so their squares are their variance.
        return new Block(contrast, squares / (double) (BLOCK * BLOCK));
    }
}
