package org.umbral.phone.device.picture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Walks the markers of a JPEG (ITU-T T.81, annex B) from the first to the end of the image, through every scan. What
 * stands behind that end is not looked at.
 */
final class JpegWalk {
    private static final int START_OF_IMAGE = 0xD8;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int START_OF_SCAN = 0xDA;
    private static final int APP1 = 0xE1;
    private static final byte[] EXIF = "Exif\0\0".getBytes(ISO_8859_1);

    private final ByteBuffer file;
    private int width;
    private int height;
    private int orientation = 1;
    private boolean scanned;

    JpegWalk(ByteBuffer file) {
        this.file = file;
    }

    static boolean recognises(ByteBuffer file) {
        return file.remaining() > 3 && (file.getInt(0) >>> 8) == 0xFFD8FF;
    }

    /** Empty where the file is no picture that we decode; a {@link BufferUnderflowException} where it ends too soon. */
    Optional<PictureFile> toEnd() {
        for (int marker = nextMarker(); marker != END_OF_IMAGE; marker = nextMarker()) {
            if (!standsAlone(marker)) {
                ByteBuffer body = PictureFile.take(file, Short.toUnsignedInt(file.getShort()) - 2L);
                read(marker, body);
            }
        }
        return scanned ? Optional.of(new PictureFile(true, width, height, orientation)) : Optional.empty();
    }

    private void read(int marker, ByteBuffer body) {
        if (marker >= 0xC0 && marker <= 0xC2) {
            body.get();
            height = Short.toUnsignedInt(body.getShort());
            width = Short.toUnsignedInt(body.getShort());
        } else if (marker == START_OF_SCAN) {
            scanned = width > 0;
        } else if (marker == APP1 && orientation == 1 && isExif(body)) {
            orientation = ExifOrientation.of(body.slice(EXIF.length, body.limit() - EXIF.length));
        }
    }

    private static boolean isExif(ByteBuffer body) {
        return body.limit() > EXIF.length && body.slice(0, EXIF.length).equals(ByteBuffer.wrap(EXIF));
    }

    /** Skips entropy-coded data too: in it, 0xFF is followed by zero or by a restart marker. */
    private int nextMarker() {
        while (true) {
            while (file.get() != (byte) 0xFF) {
                continue;
            }
            int marker = Byte.toUnsignedInt(file.get());
            while (marker == 0xFF) {
                marker = Byte.toUnsignedInt(file.get());
            }
            if (marker != 0) {
                return marker;
            }
        }
    }

    private static boolean standsAlone(int marker) {
        return (marker >= 0xD0 && marker <= START_OF_IMAGE) || marker == 0x01;
    }
}
