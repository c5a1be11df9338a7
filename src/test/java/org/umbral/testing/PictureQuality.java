package org.umbral.testing;

import java.awt.image.BufferedImage;

/** How near two pictures are, by sums that share no code with what they measure. */
public final class PictureQuality {
    private PictureQuality() {}

    /** Peak signal to noise over red, green and blue, in dB; at 34 a document looks the same. */
    public static double psnr(BufferedImage one, BufferedImage other) {
        double squares = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                for (int shift = 0; shift < 24; shift += 8) {
                    int difference = (one.getRGB(x, y) >> shift & 0xFF) - (other.getRGB(x, y) >> shift & 0xFF);
                    squares += difference * difference;
                }
            }
        }
        return 10 * Math.log10(255.0 * 255 * 3 * one.getWidth() * one.getHeight() / squares);
    }

    /** Each pixel the mean of the area that it covers, in floating point. */
    public static BufferedImage shrunk(BufferedImage from, int width, int height) {
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        double wide = from.getWidth() / (double) width;
        double high = from.getHeight() / (double) height;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                small.setRGB(x, y, mean(from, x * wide, (x + 1) * wide, y * high, (y + 1) * high));
            }
        }
        return small;
    }

    private static int mean(BufferedImage from, double left, double right, double top, double bottom) {
        double[] sum = new double[3];
        double area = 0;
        for (int y = (int) top; y < Math.min(bottom, from.getHeight()); y++) {
            for (int x = (int) left; x < Math.min(right, from.getWidth()); x++) {
                double part =
                        (Math.min(right, x + 1) - Math.max(left, x)) * (Math.min(bottom, y + 1) - Math.max(top, y));
                int rgb = from.getRGB(x, y);
                for (int i = 0; i < 3; i++) {
                    sum[i] += part * (rgb >> 16 - 8 * i & 0xFF);
                }
                area += part;
            }
        }
        return (int) Math.round(sum[0] / area) << 16
                | (int) Math.round(sum[1] / area) << 8
                | (int) Math.round(sum[2] / area);
    }
}
