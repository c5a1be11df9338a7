package org.umbral.testing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** A photo of a paper that does not exist, drawn. */
public final class PaperPhoto {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 1200;

    private PaperPhoto() {}

    public static byte[] jpeg(int page) throws IOException {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setPaint(new GradientPaint(0, 0, new Color(0x8A6F55), WIDTH, HEIGHT, new Color(0x5F4A38)));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.rotate(Math.toRadians(page % 2 == 0 ? 1.5 : -2), WIDTH / 2.0, HEIGHT / 2.0);
        pen.setColor(new Color(0xF7F4EA));
        pen.fillRect(90, 90, WIDTH - 180, HEIGHT - 180);
        pen.setColor(new Color(0x24343F));
        pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 44));
        pen.drawString("HOSPITAL FICTICIO", 150, 190);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 30));
        pen.drawString("Página " + page + " · ejemplo, no es real", 150, 250);
        pen.setStroke(new BasicStroke(10));
        pen.setColor(new Color(0x9AA5AB));
        for (int line = 0; line < 15; line++) {
            pen.drawLine(150, 330 + line * 46, WIDTH - 150 - line * 37 % 210, 330 + line * 46);
        }
        pen.setColor(new Color(0x2F5D8A));
        pen.drawOval(WIDTH - 380, HEIGHT - 330, 180, 130);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", out);
        return out.toByteArray();
    }
}
