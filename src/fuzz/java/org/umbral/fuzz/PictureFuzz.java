package org.umbral.fuzz;

import org.umbral.phone.device.PhotoWorkshop;
import org.umbral.phone.device.picture.PictureFile;
import org.umbral.shared.AskThePerson;

/** The segments of a JPEG and the chunks of a PNG; a small picture that walks to its end is also decoded and written anew. */
public final class PictureFuzz {
    private static final PhotoWorkshop WORKSHOP = new PhotoWorkshop();
    private static final long SMALL = 40_000;

    private PictureFuzz() {}

    /** The name that Jazzer looks for. */
    public static void fuzzerTestOneInput(byte[] input) {
        Contract.holds(
                () -> {
                    if (PictureFile.read(input).pixels() <= SMALL) {
                        WORKSHOP.prepare(input);
                    }
                },
                AskThePerson.class);
    }
}
