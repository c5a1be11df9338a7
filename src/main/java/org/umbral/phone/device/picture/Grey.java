package org.umbral.phone.device.picture;

import java.util.Arrays;

/** How bright each point of a picture is, 0 to 255, at a size at which the grain of a camera is averaged away. */
final class Grey {
    private final int[] light;
    private final int width;
    private final int height;
    private final int[] sorted;

    private Grey(int[] light, int width, int height) {
        this.light = light;
        this.width = width;
        this.height = height;
        this.sorted = light.clone();
        Arrays.sort(sorted);
    }

    static Grey of(Pixels pixels, int longSide) {
        Pixels small = AreaScaler.fit(pixels, longSide);
        int[] light = new int[small.rgb().length];
        for (int i = 0; i < light.length; i++) {
            int rgb = small.rgb()[i];
            light[i] = (77 * (rgb >> 16 & 0xFF) + 151 * (rgb >> 8 & 0xFF) + 28 * (rgb & 0xFF)) >> 8;
        }
        return new Grey(light, small.width(), small.height());
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int at(int x, int y) {
        return light[y * width + x];
    }

    /** So many percent of the points are darker. */
    int percentile(int percent) {
        return sorted[(int) ((sorted.length - 1) * (long) percent / 100)];
    }
}
