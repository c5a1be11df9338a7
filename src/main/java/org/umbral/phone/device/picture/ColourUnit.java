package org.umbral.phone.device.picture;

import java.util.List;

/**
 * The smallest part that 4:2:0 is coded in: 16 × 16 pixels as four blocks of brightness and one block each of blue and
 * red difference (JFIF 1.02, conversion to YCbCr), all centred on zero. Past the edge the last pixel is repeated. It is
 * loaded anew for each part, so one picture needs one unit.
 */
final class ColourUnit {
    static final int SIDE = 16;
    private static final int HALF = SIDE / 2;

    private final Pixels pixels;
    private final List<float[]> luma = List.of(block(), block(), block(), block());
    private final float[] blue = block();
    private final float[] red = block();

    ColourUnit(Pixels pixels) {
        this.pixels = pixels;
    }

    /** Left to right, top to bottom. */
    List<float[]> luma() {
        return luma;
    }

    float[] blue() {
        return blue;
    }

    float[] red() {
        return red;
    }

    void load(int left, int top) {
        for (int y = 0; y < SIDE; y += 2) {
            for (int x = 0; x < SIDE; x += 2) {
                float b = 0;
                float r = 0;
                for (int corner = 0; corner < 4; corner++) {
                    int px = x + (corner & 1);
                    int py = y + (corner >> 1);
                    int rgb = pixel(left + px, top + py);
                    luma.get(px / HALF + 2 * (py / HALF))[(py % HALF) * HALF + px % HALF] = brightness(rgb);
                    b += blueDifference(rgb);
                    r += redDifference(rgb);
                }
                blue[(y / 2) * HALF + x / 2] = b / 4;
                red[(y / 2) * HALF + x / 2] = r / 4;
            }
        }
    }

    private int pixel(int x, int y) {
        int column = Math.min(x, pixels.width() - 1);
        return pixels.rgb()[Math.min(y, pixels.height() - 1) * pixels.width() + column];
    }

    private static float brightness(int rgb) {
        return 0.299f * (rgb >> 16 & 0xFF) + 0.587f * (rgb >> 8 & 0xFF) + 0.114f * (rgb & 0xFF) - 128;
    }

    private static float blueDifference(int rgb) {
        return -0.168736f * (rgb >> 16 & 0xFF) - 0.331264f * (rgb >> 8 & 0xFF) + 0.5f * (rgb & 0xFF);
    }

    private static float redDifference(int rgb) {
        return 0.5f * (rgb >> 16 & 0xFF) - 0.418688f * (rgb >> 8 & 0xFF) - 0.081312f * (rgb & 0xFF);
    }

    private static float[] block() {
        return new float[HALF * HALF];
    }
}
