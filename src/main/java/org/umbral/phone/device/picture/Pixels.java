package org.umbral.phone.device.picture;

/**
 * A decoded picture: one int for each pixel, row by row, {@code 0xRRGGBB}. The array is the picture's own and is never
 * changed once it is wrapped.
 */
public record Pixels(int[] rgb, int width, int height) {
    public Pixels {
        if (width < 1 || height < 1 || rgb.length != width * height) {
            throw new IllegalArgumentException("as many pixels as width times height");
        }
    }

    /**
     * The same picture as it should be looked at, given how its pixels are stored (Exif 2.32, tag 0x0112): 1 upright, 2
     * mirrored, 3 upside down, 4 mirrored and upside down, 5 to 8 the same four lying on their side.
     */
    public Pixels upright(int orientation) {
        if (orientation <= 1) {
            return this;
        }
        boolean lying = orientation >= 5;
        int wide = lying ? height : width;
        int high = lying ? width : height;
        int[] turned = new int[rgb.length];
        for (int y = 0; y < high; y++) {
            for (int x = 0; x < wide; x++) {
                turned[y * wide + x] = stored(orientation, x, y);
            }
        }
        return new Pixels(turned, wide, high);
    }

    private int stored(int orientation, int x, int y) {
        int right = width - 1;
        int bottom = height - 1;
        return switch (orientation) {
            case 2 -> at(right - x, y);
            case 3 -> at(right - x, bottom - y);
            case 4 -> at(x, bottom - y);
            case 5 -> at(y, x);
            case 6 -> at(y, bottom - x);
            case 7 -> at(right - y, bottom - x);
            case 8 -> at(right - y, x);
            default -> throw new IllegalArgumentException("an orientation is 1 to 8");
        };
    }

    private int at(int x, int y) {
        return rgb[y * width + x];
    }
}
