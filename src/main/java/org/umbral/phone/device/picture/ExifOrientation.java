package org.umbral.phone.device.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Finds the orientation in the TIFF block of an Exif segment (TIFF 6.0, section 2): the first directory only, in either
 * byte order. Whatever is malformed counts as upright; no block makes it fail or run long.
 */
final class ExifOrientation {
    private static final int UPRIGHT = 1;
    private static final int ORIENTATION = 0x0112;
    private static final int HEADER_BYTES = 8;
    private static final int ENTRY_BYTES = 12;
    private static final int TIFF = 42;

    private ExifOrientation() {}

    static int of(ByteBuffer block) {
        ByteBuffer tiff = block.slice();
        if (tiff.limit() < HEADER_BYTES) {
            return UPRIGHT;
        }
        switch (tiff.getShort(0)) {
            case 0x4949 -> tiff.order(ByteOrder.LITTLE_ENDIAN);
            case 0x4D4D -> tiff.order(ByteOrder.BIG_ENDIAN);
            default -> {
                return UPRIGHT;
            }
        }
        long directory = Integer.toUnsignedLong(tiff.getInt(4));
        boolean inside = directory <= tiff.limit() - Short.BYTES;
        return tiff.getShort(2) == TIFF && inside ? inDirectory(tiff, (int) directory) : UPRIGHT;
    }

    private static int inDirectory(ByteBuffer tiff, int start) {
        int entries = Short.toUnsignedInt(tiff.getShort(start));
        int at = start + Short.BYTES;
        for (int i = 0; i < entries && at <= tiff.limit() - ENTRY_BYTES; i++, at += ENTRY_BYTES) {
            if (Short.toUnsignedInt(tiff.getShort(at)) == ORIENTATION) {
                int value = Short.toUnsignedInt(tiff.getShort(at + 8));
                return value >= 1 && value <= 8 ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }
}
