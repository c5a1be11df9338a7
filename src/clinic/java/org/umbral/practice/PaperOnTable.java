package org.umbral.practice;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Random;

/** What surrounds a page when it is photographed: the table, the angle, the lamp, the grain. */
final class PaperOnTable {
    private static final Color TABLE = new Color(96, 74, 58);
    private static final Color PAPER = new Color(247, 244, 236);

    private final int width;
    private final int height;
    private final Random random;

    /** Draws in a frame of the size that it is given, from the top left. */
    @FunctionalInterface
    interface Page {
        void draw(Graphics2D pen, int width, int height);
    }

    PaperOnTable(int width, int height, Random random) {
        this.width = width;
        this.height = height;
        this.random = random;
    }

    BufferedImage photograph(Page page) {
        BufferedImage photo = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = photo.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(TABLE);
        pen.fillRect(0, 0, width, height);
        lay(page, (Graphics2D) pen.create());
        light(pen);
        pen.dispose();
        return grainy(photo);
    }

    private void lay(Page page, Graphics2D pen) {
        int margin = width / 16;
        pen.rotate((random.nextDouble() - 0.5) * 0.05, width / 2.0, height / 2.0);
        pen.translate(margin, margin);
        pen.setColor(PAPER);
        pen.fillRect(0, 0, width - 2 * margin, height - 2 * margin);
        page.draw(pen, width - 2 * margin, height - 2 * margin);
        pen.dispose();
    }

    private void light(Graphics2D pen) {
        Color[] shade = {new Color(255, 240, 200, 30), new Color(20, 15, 30, 90)};
        float radius = Math.max(width, height) * 0.9f;
        pen.setPaint(new RadialGradientPaint(width * 0.35f, height * 0.3f, radius, new float[] {0, 1}, shade));
        pen.fillRect(0, 0, width, height);
    }

    private BufferedImage grainy(BufferedImage photo) {
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            photo.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                int grain = random.nextInt(5) + random.nextInt(5) - 4;
                row[x] = shift(row[x] >> 16, grain) << 16 | shift(row[x] >> 8, grain) << 8 | shift(row[x], grain);
            }
            photo.setRGB(0, y, width, 1, row, 0, width);
        }
        return photo;
    }

    private static int shift(int channel, int by) {
        return Math.max(0, Math.min(255, (channel & 0xFF) + by));
    }
}
