package org.umbral.bench;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.umbral.phone.capture.PageMark;
import org.umbral.phone.device.picture.Legibility;
import org.umbral.phone.device.picture.Pixels;
import org.umbral.testing.PaperShots;
import org.umbral.testing.PaperShots.Fault;

/**
 * How often the check of a photo is wrong, both ways, on drawn papers: faults that it misses, and good photos that it
 * doubts. Its bounds were set on seed 42; this counts another.
 */
final class PhotoCheck {
    private static final long SEED = 20261122;
    private static final int EACH = 60;
    private static final int GOOD = 200;
    private static final Map<Fault, PageMark> SAYS = new EnumMap<>(Map.of(
            Fault.FOCUS, PageMark.BLURRED,
            Fault.MOVED, PageMark.BLURRED,
            Fault.DARK, PageMark.TOO_DARK,
            Fault.BRIGHT, PageMark.TOO_BRIGHT,
            Fault.CUT, PageMark.CUT_OFF));

    boolean run() {
        Spread took = new Spread();
        int worst = 0;
        for (Fault fault : Fault.values()) {
            PaperShots shots = new PaperShots(SEED + fault.ordinal());
            int count = fault == Fault.NONE ? GOOD : EACH;
            int right = 0;
            int more = 0;
            for (int i = 0; i < count; i++) {
                Pixels photo = shots.next(fault);
                long begun = System.nanoTime();
                Set<PageMark> doubts = Legibility.doubts(photo);
                took.add(System.nanoTime() - begun);
                PageMark wanted = SAYS.get(fault);
                right += wanted == null ? (doubts.isEmpty() ? 1 : 0) : (doubts.contains(wanted) ? 1 : 0);
                more += doubts.size() > (doubts.contains(wanted) ? 1 : 0) ? 1 : 0;
            }
            System.out.printf(
                    "%-8s n %4d   %s %4d   said something else too %4d%n",
                    fault, count, fault == Fault.NONE ? "left alone" : "seen      ", right, more);
            worst = Math.max(worst, fault == Fault.CUT ? 0 : count - right);
        }
        took.print("one check of three megapixels");
        return worst <= EACH / 10;
    }
}
