package org.umbral.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Pictures for tests, from a seed: a fictitious letter under a lamp, and files around it. */
public final class TestPhotos {
    /** Signature and IHDR. */
    private static final int PNG_HEADER = 33;

    private TestPhotos() {}

    /** A page of small text with a red stamp and a blue signature, shaded and grainy as a phone sees it. */
    public static BufferedImage letter(int width, int height, long seed) {
        BufferedImage page = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = page.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setPaint(new GradientPaint(0, 0, new Color(250, 248, 240), width, height, new Color(205, 200, 190)));
        pen.fillRect(0, 0, width, height);
        pen.setColor(new Color(30, 30, 40));
        pen.setFont(new Font(Font.SERIF, Font.PLAIN, Math.max(8, height / 50)));
        for (int y = height / 10; y < height * 9 / 10; y += Math.max(9, height / 35)) {
            pen.drawString("FICTICIO. A letter about nobody, A000-000-0" + (10 + y % 90), width / 12, y);
        }
        pen.setColor(new Color(190, 30, 40));
        pen.drawOval(width / 2, height / 2, width / 5, height / 8);
        pen.drawString("MUESTRA", width / 2 + width / 20, height / 2 + height / 16);
        pen.setColor(new Color(20, 50, 160));
        pen.drawLine(width / 6, height * 4 / 5, width / 3, height * 3 / 4);
        pen.dispose();
        return grainy(page, new Random(seed));
    }

    private static BufferedImage grainy(BufferedImage page, Random random) {
        int[] rgb = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
        for (int i = 0; i < rgb.length; i++) {
            int grain = (int) (random.nextGaussian() * 3);
            rgb[i] = shift(rgb[i] >> 16, grain) << 16 | shift(rgb[i] >> 8, grain) << 8 | shift(rgb[i], grain);
        }
        page.setRGB(0, 0, page.getWidth(), page.getHeight(), rgb, 0, page.getWidth());
        return page;
    }

    private static int shift(int channel, int by) {
        return Math.max(0, Math.min(255, (channel & 0xFF) + by));
    }

    /**
     * The pixels as a camera stores them for this orientation, by the words of Exif 2.32: which visual side the first
     * row is, and which the first column.
     */
    public static BufferedImage stored(BufferedImage upright, int orientation) {
        String firstRow = "top top bottom bottom left right right left".split(" ")[orientation - 1];
        String firstColumn = "left right right left top top bottom bottom".split(" ")[orientation - 1];
        boolean lying = orientation > 4;
        int width = upright.getWidth();
        int height = upright.getHeight();
        BufferedImage stored =
                new BufferedImage(lying ? height : width, lying ? width : height, BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < stored.getHeight(); row++) {
            for (int column = 0; column < stored.getWidth(); column++) {
                int across = lying ? row : column;
                int down = lying ? column : row;
                String acrossFrom = lying ? firstRow : firstColumn;
                String downFrom = lying ? firstColumn : firstRow;
                int x = acrossFrom.equals("left") ? across : width - 1 - across;
                int y = downFrom.equals("top") ? down : height - 1 - down;
                stored.setRGB(column, row, upright.getRGB(x, y));
            }
        }
        return stored;
    }

    public static byte[] jpeg(BufferedImage picture) {
        return jpeg(picture, 0.95f, false);
    }

    public static byte[] progressiveJpeg(BufferedImage picture) {
        return jpeg(picture, 0.95f, true);
    }

    /** By the JDK's encoder, 0 to 1. */
    public static byte[] jpeg(BufferedImage picture, float quality) {
        return jpeg(picture, quality, false);
    }

    private static byte[] jpeg(BufferedImage picture, float quality, boolean progressive) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality);
            how.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    public static byte[] png(BufferedImage picture) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static BufferedImage read(byte[] picture) {
        try {
            return ImageIO.read(new ByteArrayInputStream(picture));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The JPEG with this segment right behind its first marker. */
    public static byte[] withSegment(byte[] jpeg, int marker, byte[] body) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(jpeg, 0, 2);
        file.write(0xFF);
        file.write(marker);
        file.write(body.length + 2 >> 8);
        file.write(body.length + 2);
        file.writeBytes(body);
        file.write(jpeg, 2, jpeg.length - 2);
        return file.toByteArray();
    }

    /** As a phone's camera leaves it: stored lying or mirrored, with an Exif segment that says so and says too much. */
    public static byte[] capture(BufferedImage upright, int orientation) {
        byte[] exif = TestExif.littleEndian(orientation);
        return withSegment(jpeg(stored(upright, orientation)), 0xE1, exif);
    }

    /** A PNG with further chunks between its header and its pixels. */
    public static byte[] pngWith(BufferedImage picture, byte[]... chunks) {
        byte[] png = png(picture);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(png, 0, PNG_HEADER);
        for (byte[] chunk : chunks) {
            file.writeBytes(chunk);
        }
        file.write(png, PNG_HEADER, png.length - PNG_HEADER);
        return file.toByteArray();
    }

    public static byte[] chunk(String type, byte[] body) {
        CRC32 checksum = new CRC32();
        checksum.update(latin(type));
        checksum.update(body);
        return ByteBuffer.allocate(12 + body.length)
                .putInt(body.length)
                .put(latin(type))
                .put(body)
                .putInt((int) checksum.getValue())
                .array();
    }

    public static byte[] latin(String text) {
        return text.getBytes(ISO_8859_1);
    }
}
