package org.umbral.phone.screen.shell;

import javafx.scene.Parent;

/** One screen of the stack. Everything here runs on the UI thread. */
public interface Screen {
    Parent node();

    /** Something changed on disk, on the way, or on a screen above: read anew what is shown. */
    default void refresh() {}

    /** A second passed. */
    default void tick() {}

    /** The screen is about to be covered, left or locked: hand over what was typed. */
    default void leaving() {}

    /**
     * The same screen at the same place, in the language that the words speak now; what was typed has been handed over.
     * One without words of its own is itself.
     */
    default Screen again() {
        return this;
    }
}
