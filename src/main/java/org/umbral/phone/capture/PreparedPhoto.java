package org.umbral.phone.capture;

import java.util.Set;
import org.umbral.shared.Sha256;

/**
 * A photo as it is sealed and shown: upright, small, pixels only.
 *
 * @param capture hash of the bytes that camera or picker gave; those are not kept
 * @param image hash of {@code jpeg}
 * @param doubts what the worker should look at again
 */
public record PreparedPhoto(
        byte[] jpeg, int width, int height, Sha256 capture, Sha256 image, byte[] thumbnail, Set<PageMark> doubts) {
    public PreparedPhoto {
        doubts = Set.copyOf(doubts);
    }

    @Override
    public String toString() {
        return "PreparedPhoto[" + width + "x" + height + "]";
    }
}
