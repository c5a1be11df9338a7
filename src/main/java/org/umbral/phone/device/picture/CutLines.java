package org.umbral.phone.device.picture;

import java.util.function.IntUnaryOperator;

/**
 * Whether writing runs over an edge of the photo: along the edge, short dark strokes stand on something as bright as the
 * paper. A paper that ends inside the photo has the table there, and one that fills the photo its empty margin; both are
 * fine. That the paper itself goes on behind the edge is not measured.
 */
final class CutLines {
    private static final int LEAST_STROKES = 4;
    private static final int DEPTH = 3;

    private final Grey grey;
    private final int paper;

    /** @param paper how bright the paper is */
    CutLines(Grey grey, int paper) {
        this.grey = grey;
        this.paper = paper;
    }

    boolean any() {
        int right = grey.width() - 1;
        int bottom = grey.height() - 1;
        return cut(grey.height(), y -> darkest(y, true, 0))
                || cut(grey.height(), y -> darkest(y, true, right - DEPTH + 1))
                || cut(grey.width(), x -> darkest(x, false, 0))
                || cut(grey.width(), x -> darkest(x, false, bottom - DEPTH + 1));
    }

    /** The mean over the depth of the edge, so that one grain is no stroke. */
    private int darkest(int along, boolean upright, int from) {
        int sum = 0;
        for (int i = from; i < from + DEPTH; i++) {
            sum += upright ? grey.at(i, along) : grey.at(along, i);
        }
        return sum / DEPTH;
    }

    private boolean cut(int length, IntUnaryOperator light) {
        int longest = Math.max(4, length / 33);
        int strokes = 0;
        int bright = 0;
        int dark = 0;
        for (int i = 0; i < length; i++) {
            int here = light.applyAsInt(i);
            if (here >= paper * 4 / 5) {
                if (dark > 0 && dark <= longest && bright >= 2) {
                    strokes++;
                }
                bright = dark > 0 ? 1 : bright + 1;
                dark = 0;
            } else if (here < paper * 3 / 5) {
                dark++;
            } else if (dark > 0) {
                dark++;
            }
        }
        return strokes >= LEAST_STROKES;
    }
}
