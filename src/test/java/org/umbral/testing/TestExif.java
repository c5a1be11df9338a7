package org.umbral.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Exif segments for tests: an orientation, a serial number, a place, a maker's note and a thumbnail, all telling. */
public final class TestExif {
    /** Stands in every part of a segment made here, so that one search finds a leak. */
    public static final String TELLING = "FICTICIO-31.7619N-106.4850W";

    private TestExif() {}

    public static byte[] littleEndian(int orientation) {
        return segment(orientation, ByteOrder.LITTLE_ENDIAN);
    }

    public static byte[] bigEndian(int orientation) {
        return segment(orientation, ByteOrder.BIG_ENDIAN);
    }

    private static byte[] segment(int orientation, ByteOrder order) {
        byte[] telling = TELLING.getBytes(ISO_8859_1);
        int text = 6 + 8 + 2 + 4 * 12 + 4 + 2 + 12 + 4;
        ByteBuffer out = ByteBuffer.allocate(text + 2 * telling.length);
        out.put("Exif\0\0".getBytes(ISO_8859_1)).order(order);
        out.put((order == ByteOrder.LITTLE_ENDIAN ? "II" : "MM").getBytes(ISO_8859_1));
        out.putShort((short) 42).putInt(8);
        out.putShort((short) 4);
        entry(out, 0x010F, 2, telling.length, text - 6);
        out.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        entry(out, 0x8825, 4, 1, 8 + 2 + 4 * 12 + 4);
        entry(out, 0x927C, 7, telling.length, text - 6 + telling.length);
        out.putInt(0);
        out.putShort((short) 1);
        entry(out, 0x001D, 2, telling.length, text - 6);
        out.putInt(0);
        return out.put(telling).put(telling).array();
    }

    private static void entry(ByteBuffer out, int tag, int type, int count, int value) {
        out.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }
}
