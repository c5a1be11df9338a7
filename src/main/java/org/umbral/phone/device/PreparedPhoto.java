package org.umbral.phone.device;

import java.util.Set;
import org.umbral.phone.capture.PageMark;
import org.umbral.shared.Sha256;

/**
 * A photo as it is sealed and shown: upright, small, pixels only. The capture itself is not kept, its hash is.
 *
 * @param jpeg the picture, without any metadata
 * @param width of the picture in pixels
 * @param height of the picture in pixels
 * @param captureHash of the bytes that the camera or the picker gave
 * @param imageHash of {@code jpeg}
 * @param thumbnailJpeg the same picture with a long side of at most 320 pixels
 * @param doubts what can be seen to be wrong with the photo; never a reason to refuse it
 */
public record PreparedPhoto(
        byte[] jpeg,
        int width,
        int height,
        Sha256 captureHash,
        Sha256 imageHash,
        byte[] thumbnailJpeg,
        Set<PageMark> doubts) {}
