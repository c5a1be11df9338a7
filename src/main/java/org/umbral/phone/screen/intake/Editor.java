package org.umbral.phone.screen.intake;

import java.util.Optional;
import javafx.scene.Node;
import org.umbral.shared.casefile.Value;

/** Asks for one value; hands each change to whoever made it. */
interface Editor {
    Node node();

    /** Shows a value, or an empty field where there is no answer; hands over nothing. */
    void show(Optional<Value> value);

    /** Hands over what was typed and not yet handed over. */
    default void flush() {}
}
