package org.umbral.phone.device.picture;

import java.nio.ByteBuffer;
import java.util.Optional;

/** Walks the chunks of a PNG (W3C PNG, third edition) from IHDR to IEND. */
final class PngWalk {
    private static final long SIGNATURE = 0x89504E470D0A1A0AL;
    private static final int IHDR = 0x49484452;
    private static final int EXIF = 0x65584966;
    private static final int IEND = 0x49454E44;
    private static final int CHECKSUM_BYTES = 4;

    private final ByteBuffer file;
    private int width;
    private int height;
    private int orientation = 1;

    PngWalk(ByteBuffer file) {
        this.file = file;
    }

    static boolean recognises(ByteBuffer file) {
        return file.remaining() > Long.BYTES && file.getLong(0) == SIGNATURE;
    }

    Optional<PictureFile> toEnd() {
        file.position(Long.BYTES);
        int type = nextChunk();
        while (type != IEND) {
            type = nextChunk();
        }
        return Optional.of(new PictureFile(false, width, height, orientation));
    }

    private int nextChunk() {
        long length = Integer.toUnsignedLong(file.getInt());
        int type = file.getInt();
        ByteBuffer body = PictureFile.take(file, length);
        PictureFile.take(file, CHECKSUM_BYTES);
        if (type == IHDR) {
            width = body.getInt();
            height = body.getInt();
        } else if (type == EXIF) {
            orientation = ExifOrientation.of(body);
        }
        return type;
    }
}
