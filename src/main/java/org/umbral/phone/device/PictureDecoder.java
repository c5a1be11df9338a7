package org.umbral.phone.device;

import java.io.ByteArrayInputStream;
import java.nio.IntBuffer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritablePixelFormat;
import org.umbral.phone.device.picture.AreaScaler;
import org.umbral.phone.device.picture.PictureFile;
import org.umbral.phone.device.picture.Pixels;
import org.umbral.shared.AskThePerson;

/**
 * Decodes through JavaFX, on any thread; the toolkit need not be started, on a desktop, headless or on a phone. JavaFX's
 * own scaling drops pixels (19 dB at a ratio of 1.5), so it only halves a JPEG that is too large to hold, which its reader
 * does well while it decodes, and the rest is averaged here, row by row.
 */
final class PictureDecoder {
    /** The JPEG that is decoded whole, in pixels of three bytes; a PNG always is, at three or four. */
    private static final long WHOLE = 25_000_000;

    private PictureDecoder() {}

    static Pixels decode(byte[] bytes, PictureFile file, int longSide) throws AskThePerson {
        Image image = load(bytes, file);
        PixelReader reader = image.getPixelReader();
        if (image.isError() || reader == null) {
            throw new AskThePerson("not-a-picture");
        }
        int width = (int) image.getWidth();
        WritablePixelFormat<IntBuffer> format = PixelFormat.getIntArgbInstance();
        AreaScaler.Rows rows = (y, into) -> {
            reader.getPixels(0, y, width, 1, format, into, 0, width);
            onWhite(into);
        };
        return AreaScaler.fit(width, (int) image.getHeight(), rows, longSide);
    }

    private static Image load(byte[] bytes, PictureFile file) {
        int part = 1;
        while (file.jpeg() && file.pixels() / ((long) part * part) > WHOLE) {
            part *= 2;
        }
        ByteArrayInputStream in = new ByteArrayInputStream(bytes);
        if (part == 1) {
            return new Image(in);
        }
        int width = Math.max(1, file.width() / part);
        int height = Math.max(1, file.height() / part);
        return new Image(in, width, height, false, true);
    }

    /** Where a picture is transparent, paper shows. */
    private static void onWhite(int[] argb) {
        for (int i = 0; i < argb.length; i++) {
            int alpha = argb[i] >>> 24;
            if (alpha != 0xFF) {
                argb[i] = blend(argb[i] >> 16, alpha) << 16 | blend(argb[i] >> 8, alpha) << 8 | blend(argb[i], alpha);
            }
        }
    }

    private static int blend(int channel, int alpha) {
        return ((channel & 0xFF) * alpha + 0xFF * (0xFF - alpha) + 127) / 255;
    }
}
