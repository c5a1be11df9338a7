package org.umbral.phone.store;

import java.util.List;

/**
 * The seam of the kill harness: told each time the phone's heart passes a named point, on the working thread, so that a
 * child process can halt exactly there. Does nothing in the app.
 */
public interface StorePoint {
    StorePoint NONE = point -> {};

    void reached(String point);

    /** Every point, in the order of a case's life. */
    List<String> ALL = List.of(
            "start-opened",
            "start-migrated",
            "start-drafts-cut",
            "start-orphan-erased",
            "draft-built",
            "draft-sealed",
            "commit-begun",
            "commit-row-put",
            "commit-row-deleted",
            "commit-mail-queued",
            "commit-mail-dropped",
            "commit-fact-put",
            "commit-letter-read",
            "commit-document-taken",
            "commit-ready",
            "commit-done",
            "photo-prepared",
            "photo-sealed",
            "photo-file-written",
            "photo-committed",
            "photo-clear-erased",
            "capture-sealed",
            "capture-file-written",
            "capture-spare-written",
            "capture-committed",
            "capture-clear-erased",
            "capture-adopted",
            "cut-begun",
            "cut-done",
            "deliver-tried",
            "receipt-begun",
            "receipt-filed",
            "receipt-done",
            "epoch-marked",
            "epoch-done",
            "letters-kept",
            "letter-opened",
            "forget-readable-begun",
            "forget-readable-done",
            "forget-row-deleted",
            "forget-file-erased",
            "border-cut",
            "border-key-destroyed",
            "border-rows-dropped");
}
