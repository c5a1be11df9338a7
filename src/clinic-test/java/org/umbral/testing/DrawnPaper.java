package org.umbral.testing;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;

/** A drawn sheet of paper on a table, as a JPEG: visibly fictitious. */
public final class DrawnPaper {
    private DrawnPaper() {}

    public static byte[] jpeg(int width, int height, String title, List<String> lines) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D paint = image.createGraphics();
        paint.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        paint.setColor(new Color(0x8a, 0x75, 0x5c));
        paint.fillRect(0, 0, width, height);
        paint.setColor(new Color(0xf6, 0xf3, 0xea));
        int edge = width / 14;
        paint.fillRect(edge, edge, width - 2 * edge, height - 2 * edge);
        paint.setColor(new Color(0x2a, 0x2a, 0x30));
        int size = width / 22;
        paint.setFont(new Font("SansSerif", Font.BOLD, size));
        int y = edge * 2 + size;
        paint.drawString(title, edge * 2, y);
        paint.setFont(new Font("SansSerif", Font.PLAIN, size * 2 / 3));
        for (String line : lines) {
            y += size * 3 / 2;
            paint.drawString(line, edge * 2, y);
        }
        paint.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
