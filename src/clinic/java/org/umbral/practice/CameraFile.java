package org.umbral.practice;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import javax.imageio.ImageIO;

/** A JPEG as a phone's camera writes it: stored in one of eight orientations, with an Exif segment that gives a place. */
final class CameraFile {
    private static final int ORIENTATION = 0x0112;
    private static final int GPS_DIRECTORY = 0x8825;
    private static final short TEXT = 2;
    private static final short SHORT = 3;
    private static final short LONG = 4;
    private static final short RATIONAL = 5;

    private CameraFile() {}

    static byte[] of(BufferedImage upright, int orientation) {
        byte[] jpeg = jpeg(stored(upright, orientation));
        byte[] exif = exif(orientation);
        return ByteBuffer.allocate(jpeg.length + exif.length)
                .put(jpeg, 0, 2)
                .put(exif)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    /** Undoes what a viewer does: a quarter turn for each, and the mirror for 2, 4, 5 and 7. */
    private static BufferedImage stored(BufferedImage upright, int orientation) {
        if (orientation == 1) {
            return upright;
        }
        int width = upright.getWidth();
        int height = upright.getHeight();
        boolean lying = orientation >= 5;
        AffineTransform turn = switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, -1, 1, 0, 0, width);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, 1, -1, 0, height, 0);
            default -> throw new IllegalArgumentException("an orientation is 1 to 8");
        };
        BufferedImage stored =
                new BufferedImage(lying ? height : width, lying ? width : height, BufferedImage.TYPE_INT_RGB);
        return new AffineTransformOp(turn, AffineTransformOp.TYPE_NEAREST_NEIGHBOR).filter(upright, stored);
    }

    private static byte[] jpeg(BufferedImage picture) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "jpeg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** 0° 30' 0" north, 0° 30' 0" west: open sea in the Gulf of Guinea. */
    private static byte[] exif(int orientation) {
        int body = 6 + 8 + (2 + 2 * 12 + 4) + (2 + 4 * 12 + 4) + 24;
        ByteBuffer out = ByteBuffer.allocate(4 + body);
        out.putShort((short) 0xFFE1).putShort((short) (2 + body)).put("Exif\0\0".getBytes(ISO_8859_1));
        out.put("MM\0*".getBytes(ISO_8859_1)).putInt(8);
        int gps = 8 + 2 + 2 * 12 + 4;
        int place = gps + 2 + 4 * 12 + 4;
        out.putShort((short) 2);
        entry(out, ORIENTATION, SHORT, 1, orientation << 16);
        entry(out, GPS_DIRECTORY, LONG, 1, gps);
        out.putInt(0).putShort((short) 4);
        entry(out, 1, TEXT, 2, 'N' << 24);
        entry(out, 2, RATIONAL, 3, place);
        entry(out, 3, TEXT, 2, 'W' << 24);
        entry(out, 4, RATIONAL, 3, place);
        out.putInt(0);
        for (int part : new int[] {0, 1, 30, 1, 0, 1}) {
            out.putInt(part);
        }
        return out.array();
    }

    private static void entry(ByteBuffer out, int tag, short type, int count, int value) {
        out.putShort((short) tag).putShort(type).putInt(count).putInt(value);
    }
}
