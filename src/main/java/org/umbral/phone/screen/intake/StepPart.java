package org.umbral.phone.screen.intake;

import javafx.scene.Node;

/** What stands between the title of a step and its bottom. */
public interface StepPart {
    Node node();

    void refresh();

    /** Hands over what was typed. */
    default void flush() {}
}
