package org.umbral.phone.device.picture;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.umbral.shared.AskThePerson;

/**
 * What a picture file says about itself before anybody decodes it: how many pixels it stores, and how they are turned
 * (Exif 2.32, tag 0x0112: 1 to 8, where 1 is upright). The structure was walked to its end, so a file that was cut off
 * is none.
 *
 * @param jpeg whether it is a JPEG, which can be decoded at half its size; otherwise it is a PNG
 */
public record PictureFile(boolean jpeg, int width, int height, int orientation) {

    /**
     * Reads a JPEG (baseline, extended or progressive) or a PNG.
     *
     * @throws AskThePerson {@code not-a-picture} for everything else, and for a file whose end is missing
     */
    public static PictureFile read(byte[] file) throws AskThePerson {
        return walk(ByteBuffer.wrap(file).asReadOnlyBuffer())
                .filter(picture -> picture.width > 0 && picture.height > 0)
                .orElseThrow(() -> new AskThePerson("not-a-picture"));
    }

    public long pixels() {
        return (long) width * height;
    }

    private static Optional<PictureFile> walk(ByteBuffer file) {
        try {
            if (JpegWalk.recognises(file)) {
                return new JpegWalk(file).toEnd();
            }
            return PngWalk.recognises(file) ? new PngWalk(file).toEnd() : Optional.empty();
        } catch (BufferUnderflowException e) {
            return Optional.empty();
        }
    }

    /** The next so many bytes as a buffer of their own; the file moves past them. */
    static ByteBuffer take(ByteBuffer from, long length) {
        if (length < 0 || length > from.remaining()) {
            throw new BufferUnderflowException();
        }
        ByteBuffer part = from.slice(from.position(), (int) length);
        from.position(from.position() + (int) length);
        return part;
    }
}
