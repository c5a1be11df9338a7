package org.umbral.phone.capture;

import org.umbral.shared.Sha256;

/**
 * A photo as it is sealed and shown: upright, small, pixels only.
 *
 * @param capture hash of the bytes that camera or picker gave; those are not kept
 * @param image hash of {@code jpeg}
 */
public record PreparedPhoto(byte[] jpeg, int width, int height, Sha256 capture, Sha256 image, byte[] thumbnail) {
    @Override
    public String toString() {
        return "PreparedPhoto[" + width + "x" + height + "]";
    }
}
