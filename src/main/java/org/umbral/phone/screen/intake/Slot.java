package org.umbral.phone.screen.intake;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.ItemId;

/** A part of a step that comes and goes with its condition, and is made when it is first shown. */
final class Slot implements StepPart {
    private final VBox node = Parts.column(0);
    private final BooleanSupplier when;
    private final Supplier<StepPart> make;
    private @Nullable StepPart made;

    Slot(BooleanSupplier when, Supplier<StepPart> make) {
        this.when = when;
        this.make = make;
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void refresh() {
        boolean shown = when.getAsBoolean();
        Parts.hide(node, !shown);
        if (shown && made == null) {
            StepPart part = make.get();
            made = part;
            node.getChildren().setAll(part.node());
        } else if (shown && made != null) {
            made.refresh();
        }
    }

    @Override
    public void flush() {
        if (made != null) {
            made.flush();
        }
    }

    @Override
    public Optional<Node> find(ItemId item, FieldId field) {
        refresh();
        return made == null || !node.isVisible() ? Optional.empty() : made.find(item, field);
    }
}
