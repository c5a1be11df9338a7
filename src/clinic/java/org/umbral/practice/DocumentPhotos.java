package org.umbral.practice;

import java.awt.image.BufferedImage;
import java.util.Random;

/**
 * Photos of papers that do not exist, as a phone's camera leaves them: a page on a table, a little askew, shaded,
 * grainy, stored in any of the eight Exif orientations, with a place in the metadata. The same seed gives the same
 * photos. Not thread-safe.
 */
public final class DocumentPhotos {
    /** The longer side of a photo of twelve megapixels, in pixels. */
    public static final int TWELVE_MEGAPIXELS = 4000;

    private final Random random;

    public DocumentPhotos(long seed) {
        this.random = new Random(seed);
    }

    /**
     * A letter, upright as its reader holds it: three wide, four high.
     *
     * @param longSide in pixels, 200 to 4,000
     * @param orientation 1 to 8, how the pixels are stored
     */
    public byte[] letter(int longSide, int orientation) {
        BufferedImage photo = new PaperOnTable(longSide * 3 / 4, longSide, random).photograph(Papers::letter);
        return CameraFile.of(photo, orientation);
    }

    /** The page of a passport of Utopia, the state of ICAO's specimens: four wide, three high. */
    public byte[] passport(int longSide, int orientation) {
        BufferedImage photo = new PaperOnTable(longSide, longSide * 3 / 4, random).photograph(Papers::passport);
        return CameraFile.of(photo, orientation);
    }
}
