package org.umbral.phone.capture;

/**
 * What the worker should look at once more about a page. Kept on this phone only, and taken away once the worker has
 * dealt with it; it never keeps a page from being saved or sent.
 */
public enum PageMark {
    TOO_DARK,
    TOO_BRIGHT,
    BLURRED,
    /** Writing runs over the edge of the photo. */
    CUT_OFF,
    /** The picture was chosen, not taken: the file that it was copied from is still where it was. */
    ORIGINAL_ELSEWHERE
}
