package org.umbral.phone.device.picture;

import java.util.Arrays;

/**
 * Makes a picture smaller by averaging: each new pixel is the mean of the area that it covers, parts of pixels counted
 * as parts. Whole numbers throughout, so nothing is rounded before the end. It holds one row of the source at a time.
 */
public final class AreaScaler {
    private static final int CHANNELS = 3;

    private final int sourceWidth;
    private final int sourceHeight;
    private final int width;
    private final int height;
    private final int[] across;
    private final long[] sums;
    private final int[] scaled;

    private AreaScaler(int sourceWidth, int sourceHeight, int width, int height) {
        this.sourceWidth = sourceWidth;
        this.sourceHeight = sourceHeight;
        this.width = width;
        this.height = height;
        this.across = new int[width * CHANNELS];
        this.sums = new long[width * CHANNELS];
        this.scaled = new int[width * height];
    }

    /** Gives the rows of a picture from top to bottom, each once: {@code 0xRRGGBB}, higher bits of no meaning. */
    @FunctionalInterface
    public interface Rows {
        void row(int y, int[] into);
    }

    /** The picture with its longer side at most so long, and never larger than it was. */
    public static Pixels fit(int sourceWidth, int sourceHeight, Rows rows, int longSide) {
        int longer = Math.max(sourceWidth, sourceHeight);
        int target = Math.min(longer, longSide);
        int width = Math.max(1, Math.round((float) sourceWidth * target / longer));
        int height = Math.max(1, Math.round((float) sourceHeight * target / longer));
        return new AreaScaler(sourceWidth, sourceHeight, width, height).scale(rows);
    }

    public static Pixels fit(Pixels pixels, int longSide) {
        int width = pixels.width();
        Rows rows = (y, into) -> System.arraycopy(pixels.rgb(), y * width, into, 0, width);
        return fit(width, pixels.height(), rows, longSide);
    }

    private Pixels scale(Rows rows) {
        int[] line = new int[sourceWidth];
        int target = 0;
        long open = sourceHeight;
        for (int y = 0; y < sourceHeight; y++) {
            rows.row(y, line);
            reduce(line);
            long share = Math.min(height, open);
            add(share);
            open -= share;
            if (open == 0) {
                finish(target++);
                open = sourceHeight - (height - share);
                add(height - share);
            }
        }
        return new Pixels(scaled, width, height);
    }

    /** One row, made narrower: every source pixel weighs {@code width}, every new one {@code sourceWidth} in all. */
    private void reduce(int[] line) {
        Arrays.fill(across, 0);
        int target = 0;
        int open = sourceWidth;
        for (int pixel : line) {
            int share = Math.min(width, open);
            weigh(pixel, share, target);
            open -= share;
            if (open == 0 && ++target < width) {
                weigh(pixel, width - share, target);
                open = sourceWidth - (width - share);
            }
        }
    }

    private void weigh(int pixel, int share, int target) {
        int at = target * CHANNELS;
        across[at] += share * (pixel >> 16 & 0xFF);
        across[at + 1] += share * (pixel >> 8 & 0xFF);
        across[at + 2] += share * (pixel & 0xFF);
    }

    private void add(long share) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += share * across[i];
        }
    }

    private void finish(int target) {
        for (int x = 0; x < width; x++) {
            int at = x * CHANNELS;
            scaled[target * width + x] = mean(sums[at]) << 16 | mean(sums[at + 1]) << 8 | mean(sums[at + 2]);
        }
        Arrays.fill(sums, 0);
    }

    private int mean(long sum) {
        long area = (long) sourceWidth * sourceHeight;
        return (int) ((sum + area / 2) / area);
    }
}
