package org.umbral.testing;

import java.awt.image.BufferedImage;

/** How near two pictures are, by sums that share no code with what they measure. */
public final class PictureQuality {
    private PictureQuality() {}

    /** Peak signal to noise over red, green and blue, in dB; at 34 a document looks the same. */
    public static double psnr(BufferedImage one, BufferedImage other) {
        int[] ones = rgb(one);
        int[] others = rgb(other);
        double squares = 0;
        for (int i = 0; i < ones.length; i++) {
            for (int shift = 0; shift < 24; shift += 8) {
                int difference = (ones[i] >> shift & 0xFF) - (others[i] >> shift & 0xFF);
                squares += difference * difference;
            }
        }
        return 10 * Math.log10(255.0 * 255 * 3 * one.getWidth() * one.getHeight() / squares);
    }

    /** Each pixel the mean of the area that it covers, in floating point. */
    public static BufferedImage shrunk(BufferedImage from, int width, int height) {
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] rgb = rgb(from);
        double wide = from.getWidth() / (double) width;
        double high = from.getHeight() / (double) height;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                small.setRGB(x, y, mean(rgb, from.getWidth(), x * wide, (x + 1) * wide, y * high, (y + 1) * high));
            }
        }
        return small;
    }

    private static int mean(int[] rgb, int width, double left, double right, double top, double bottom) {
        double red = 0;
        double green = 0;
        double blue = 0;
        double area = 0;
        for (int y = (int) top; y < Math.min(bottom, rgb.length / width); y++) {
            for (int x = (int) left; x < Math.min(right, width); x++) {
                double part =
                        (Math.min(right, x + 1) - Math.max(left, x)) * (Math.min(bottom, y + 1) - Math.max(top, y));
                int pixel = rgb[y * width + x];
                red += part * (pixel >> 16 & 0xFF);
                green += part * (pixel >> 8 & 0xFF);
                blue += part * (pixel & 0xFF);
                area += part;
            }
        }
        return (int) Math.round(red / area) << 16 | (int) Math.round(green / area) << 8 | (int) Math.round(blue / area);
    }

    private static int[] rgb(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
