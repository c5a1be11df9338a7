package org.umbral.phone.device.picture;

import java.util.EnumSet;
import java.util.OptionalDouble;
import java.util.Set;
import org.umbral.phone.capture.PageMark;

/**
 * What can be measured of whether a photographed paper can be read: light, sharpness and writing that is cut off. It
 * warns and never decides; a paper that it says nothing about may still be hard to read. The bounds were set on drawn
 * papers with planted faults, whose two kinds of error the measurements name.
 */
public final class Legibility {
    private static final int LONG_SIDE = 1000;
    /** Nine tenths of the photo are darker than this: no paper is lit. */
    private static final int DARK = 75;
    /** Hardly anything is darker than this, and most is at the end of the scale: ink has faded into the paper. */
    private static final int FADED = 150;

    private static final int BURNT = 250;
    private static final double BLURRED = 0.15;

    private Legibility() {}

    /** @param photo upright; takes some ten milliseconds for two megapixels */
    public static Set<PageMark> doubts(Pixels photo) {
        Set<PageMark> doubts = EnumSet.noneOf(PageMark.class);
        Grey grey = Grey.of(photo, LONG_SIDE);
        if (grey.width() < 60 || grey.height() < 60) {
            return doubts;
        }
        int paper = grey.percentile(90);
        if (paper < DARK) {
            doubts.add(PageMark.TOO_DARK);
        } else if (grey.percentile(2) > FADED && grey.percentile(50) >= BURNT) {
            doubts.add(PageMark.TOO_BRIGHT);
        } else {
            OptionalDouble sharpness = Sharpness.of(grey);
            if (sharpness.isPresent() && sharpness.getAsDouble() < BLURRED) {
                doubts.add(PageMark.BLURRED);
            }
        }
        if (new CutLines(grey, paper).any()) {
            doubts.add(PageMark.CUT_OFF);
        }
        return doubts;
    }
}
