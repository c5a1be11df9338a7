package org.umbral.phone.sync;

/** Whether photos stay here for now: the worker's standing wish, and that what waits goes this once. Thread-safe. */
final class PhotosWait {
    private boolean wished;
    private boolean thisOnce;

    synchronized boolean isNow() {
        return wished && !thisOnce;
    }

    /** The standing wish. True where it changes what is so now. */
    synchronized boolean wish(boolean wait) {
        boolean before = isNow();
        wished = wait;
        thisOnce = false;
        return before != isNow();
    }

    /** What waits goes, until nothing is left. True where it would have stayed. */
    synchronized boolean goThisOnce() {
        boolean before = isNow();
        thisOnce = true;
        return before;
    }

    synchronized void noneLeft() {
        thisOnce = false;
    }
}
