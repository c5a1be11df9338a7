package org.umbral.phone.device;

import org.umbral.phone.device.picture.AreaScaler;
import org.umbral.phone.device.picture.JpegEncoder;
import org.umbral.phone.device.picture.Legibility;
import org.umbral.phone.device.picture.PictureFile;
import org.umbral.phone.device.picture.Pixels;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.Sha256;

/**
 * Makes a capture ready to be sealed: decodes it, turns it upright, scales it to a long side of at most 2,000 pixels and
 * writes the pixels as a new JPEG. Because only pixels go in, no place, time, serial number, comment, embedded thumbnail
 * or film of the capture comes out.
 *
 * <p>Call it on a worker thread, never on the UI thread: 12 megapixels take a quarter of a second on a desktop. Callers are served one after
 * the other, so that one picture is in memory at a time.
 */
public final class PhotoWorkshop {
    /** The largest file that is looked at, in bytes. */
    public static final int MAX_BYTES = 64 << 20;

    /** The largest picture that is decoded, in pixels: a JPEG, which is halved while it is decoded. */
    public static final long MAX_PIXELS = 100_000_000;

    /** The same for a PNG, which is always decoded whole: 26 megapixels of four bytes fit into a phone's heap. */
    private static final long MAX_WHOLE_PIXELS = 26_000_000;

    /** The longest side that JPEG can name; a picture this thin is no document. */
    private static final int MAX_SIDE = 65_535;

    private static final int LONG_SIDE = 2000;
    private static final int THUMBNAIL_SIDE = 320;
    private static final int QUALITY = 85;
    private static final int THUMBNAIL_QUALITY = 75;

    /**
     * @param capture the file as the camera or the picker left it; it is not changed and not kept
     * @throws AskThePerson {@code not-a-picture} where it is no whole JPEG or PNG, {@code picture-too-large} beyond
     *     {@link #MAX_BYTES}, {@link #MAX_PIXELS}, or 26 megapixels of a PNG
     */
    public synchronized PreparedPhoto prepare(byte[] capture) throws AskThePerson {
        if (capture.length > MAX_BYTES) {
            throw new AskThePerson("picture-too-large");
        }
        PictureFile file = PictureFile.read(capture);
        long most = file.jpeg() ? MAX_PIXELS : MAX_WHOLE_PIXELS;
        if (file.pixels() > most || Math.max(file.width(), file.height()) > MAX_SIDE) {
            throw new AskThePerson("picture-too-large");
        }
        Pixels upright = PictureDecoder.decode(capture, file, LONG_SIDE).upright(file.orientation());
        byte[] jpeg = JpegEncoder.encode(upright, QUALITY);
        byte[] thumbnail = JpegEncoder.encode(AreaScaler.fit(upright, THUMBNAIL_SIDE), THUMBNAIL_QUALITY);
        return new PreparedPhoto(
                jpeg,
                upright.width(),
                upright.height(),
                Sha256.of(capture),
                Sha256.of(jpeg),
                thumbnail,
                Legibility.doubts(upright));
    }
}
