package org.umbral.phone.screen.intake;

import java.util.Optional;
import javafx.scene.Node;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.ItemId;

/** What stands between the title of a step and its bottom, or a part of it. */
public interface StepPart {
    Node node();

    void refresh();

    /** Hands over what was typed. */
    default void flush() {}

    /** Opens whatever hides a field and answers where it stands; empty where it is not asked here. */
    default Optional<Node> find(ItemId item, FieldId field) {
        return Optional.empty();
    }
}
