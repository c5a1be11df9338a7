package org.umbral.testing;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Random;
import org.umbral.phone.device.picture.Pixels;

/**
 * Photos of papers that do not exist, as a hand takes them: another table, light, tilt, type and grain each time, and one
 * planted fault or none. The same seed gives the same photo.
 */
public final class PaperShots {
    /** What is wrong with a photo. */
    public enum Fault {
        NONE,
        /** Out of focus, two to four pixels of standard deviation in a photo of 2,000. */
        FOCUS,
        /** The hand moved by 8 to 20 pixels. */
        MOVED,
        DARK,
        BRIGHT,
        /** A side of the paper lies outside of the photo, through the writing. */
        CUT
    }

    private static final int LONG = 2000;
    private static final int SHORT = 1500;
    private static final String[] FAMILIES = {Font.SERIF, Font.SANS_SERIF, Font.MONOSPACED};
    private static final String[] WORDS = {
        "FICTICIO",
        "hospital",
        "la",
        "paciente",
        "2026",
        "de",
        "certifica",
        "A000-000-012",
        "urgente",
        "the",
        "doctor",
        "wrote",
        "that",
        "an",
        "operation",
        "is",
        "needed",
        "within",
        "10",
        "days",
        "ejemplo",
        "no",
        "es",
        "real"
    };

    private final Random random;

    public PaperShots(long seed) {
        random = new Random(seed);
    }

    /** The next photo, upright or lying. */
    public Pixels next(Fault fault) {
        boolean lying = random.nextInt(4) == 0;
        int width = lying ? LONG : SHORT;
        int height = lying ? SHORT : LONG;
        float[] light = light(drawn(width, height, fault == Fault.CUT));
        float[] seen = spread(light, width, height, 0.4 + random.nextDouble() * 0.6);
        if (fault == Fault.FOCUS) {
            seen = spread(seen, width, height, 2.8 + random.nextDouble() * 3);
        } else if (fault == Fault.MOVED) {
            seen = moved(seen, width, height, 9 + random.nextInt(12), random.nextBoolean());
        }
        return developed(seen, width, height, fault);
    }

    private BufferedImage drawn(int width, int height, boolean cut) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        int table = 30 + random.nextInt(100);
        pen.setColor(new Color(table, table, table));
        pen.fillRect(0, 0, width, height);
        for (int i = 0; i < 60; i++) {
            int grain = Math.max(0, Math.min(255, table + random.nextInt(30) - 15));
            pen.setColor(new Color(grain, grain, grain));
            pen.fillRect(0, random.nextInt(height), width, 2 + random.nextInt(18));
        }
        double fills = 0.72 + random.nextDouble() * 0.24;
        int wide = (int) (width * fills);
        int high = (int) (height * fills);
        AffineTransform place = new AffineTransform();
        place.translate((width - wide) / 2.0, (height - high) / 2.0);
        if (cut) {
            shove(place, wide, high);
        }
        place.rotate(Math.toRadians(random.nextDouble() * 8 - 4), wide / 2.0, high / 2.0);
        pen.setTransform(place);
        write(pen, wide, high, cut);
        pen.dispose();
        return image;
    }

    /** So far that the edge of the photo runs through the lines. */
    private void shove(AffineTransform place, int wide, int high) {
        double part = 0.3 + random.nextDouble() * 0.2;
        if (random.nextBoolean()) {
            place.translate((random.nextBoolean() ? 1 : -1) * part * wide, 0);
        } else {
            place.translate(0, (random.nextBoolean() ? 1 : -1) * part * high);
        }
    }

    private void write(Graphics2D pen, int wide, int high, boolean full) {
        int paper = 225 + random.nextInt(30);
        pen.setColor(new Color(paper, paper, paper - random.nextInt(12)));
        pen.fillRect(0, 0, wide, high);
        int size = 22 + random.nextInt(26);
        int ink = 15 + random.nextInt(70);
        pen.setColor(new Color(ink, ink, ink));
        pen.setFont(new Font(
                FAMILIES[random.nextInt(FAMILIES.length)], random.nextInt(4) == 0 ? Font.BOLD : Font.PLAIN, size));
        int margin = (int) (wide * (0.05 + random.nextDouble() * 0.06));
        int lines = !full && random.nextInt(5) == 0 ? 6 + random.nextInt(8) : 1000;
        for (int y = margin + size; y < high - margin && lines > 0; y += size * 14 / 10, lines--) {
            if (random.nextInt(9) > 0) {
                line(pen, margin, y, wide - margin);
            }
        }
    }

    private void line(Graphics2D pen, int from, int y, int to) {
        int x = from;
        while (true) {
            String word = WORDS[random.nextInt(WORDS.length)] + " ";
            int next = x + pen.getFontMetrics().stringWidth(word);
            if (next > to) {
                return;
            }
            pen.drawString(word, x, y);
            x = next;
        }
    }

    /** Linear enough for our purpose; falls off to one side. */
    private float[] light(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] rgb = image.getRGB(0, 0, width, height, null, 0, width);
        float[] light = new float[rgb.length];
        double across = (random.nextDouble() - 0.5) * 0.5;
        double down = (random.nextDouble() - 0.5) * 0.5;
        for (int i = 0; i < rgb.length; i++) {
            double fall = 1
                    - Math.abs(across) / 2
                    - Math.abs(down) / 2
                    + across * (i % width / (double) width - 0.5)
                    + down * (i / width / (double) height - 0.5);
            light[i] = (float) ((rgb[i] & 0xFF) * fall);
        }
        return light;
    }

    private static float[] spread(float[] light, int width, int height, double sigma) {
        int reach = (int) Math.ceil(sigma * 2.5);
        float[] kernel = new float[2 * reach + 1];
        float sum = 0;
        for (int i = -reach; i <= reach; i++) {
            kernel[i + reach] = (float) Math.exp(-i * i / (2 * sigma * sigma));
            sum += kernel[i + reach];
        }
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] /= sum;
        }
        return along(along(light, width, height, kernel, true), width, height, kernel, false);
    }

    private static float[] moved(float[] light, int width, int height, int length, boolean across) {
        float[] kernel = new float[length | 1];
        Arrays.fill(kernel, 1f / kernel.length);
        return along(light, width, height, kernel, across);
    }

    private static float[] along(float[] light, int width, int height, float[] kernel, boolean across) {
        float[] out = new float[light.length];
        int reach = kernel.length / 2;
        int step = across ? 1 : width;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int at = across ? x : y;
                int last = (across ? width : height) - 1;
                int here = y * width + x;
                float sum = 0;
                for (int i = -reach; i <= reach; i++) {
                    int clamped = Math.max(-at, Math.min(last - at, i));
                    sum += kernel[i + reach] * light[here + clamped * step];
                }
                out[here] = sum;
            }
        }
        return out;
    }

    private Pixels developed(float[] light, int width, int height, Fault fault) {
        double gain = switch (fault) {
            case DARK -> 0.04 + random.nextDouble() * 0.18;
            case BRIGHT -> 4 + random.nextDouble() * 4;
            default -> 0.6 + random.nextDouble() * 0.45;
        };
        double veil = fault == Fault.BRIGHT ? 90 + random.nextDouble() * 60 : random.nextDouble() * 12;
        double grain = fault == Fault.DARK ? 3 + random.nextDouble() * 6 : 1 + random.nextDouble() * 5;
        int[] rgb = new int[light.length];
        for (int i = 0; i < rgb.length; i++) {
            int value = (int) Math.round(light[i] * gain + veil + random.nextGaussian() * grain);
            int grey = Math.max(0, Math.min(255, value));
            rgb[i] = grey << 16 | grey << 8 | grey;
        }
        return new Pixels(rgb, width, height);
    }
}
