package org.umbral.phone.screen.evidence;

import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.Value;

/** How far a page is turned when it is shown (PAG-05): 0, 90, 180 or 270 degrees clockwise. */
final class Turn {
    static final FieldId FIELD = new FieldId("PAG-05");
    private static final int QUARTER = 90;

    private Turn() {}

    /** What is no quarter turn is none. */
    static int of(Value value) {
        return value.asNumber()
                .filter(degrees -> degrees % QUARTER == 0)
                .map(degrees -> Math.floorMod(degrees, 360))
                .orElse(0);
    }

    static Value quarterAfter(int degrees) {
        return Value.number((degrees + QUARTER) % 360);
    }

    static boolean isLying(int degrees) {
        return degrees % 180 != 0;
    }
}
