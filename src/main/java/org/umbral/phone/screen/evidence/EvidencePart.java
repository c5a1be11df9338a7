package org.umbral.phone.screen.evidence;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;
import org.umbral.phone.screen.intake.IntakeModel;
import org.umbral.phone.screen.intake.StepPart;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.phone.screen.words.Words;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;

/** The step about evidence: every piece with its pages, and a button for the next one. */
public final class EvidencePart implements StepPart {
    private static final int PAGES_SHOWN = 2;

    private final IntakeModel model;
    private final Pictures pictures;
    private final Consumer<ItemId> open;
    private final Words words;
    private final VBox node = Parts.column(12);
    private final VBox items = Parts.column(12);
    private @Nullable List<List<ItemId>> shown;

    public EvidencePart(IntakeModel model, Pictures pictures, Consumer<ItemId> open) {
        this.model = model;
        this.pictures = pictures;
        this.open = open;
        this.words = model.words();
        Button add = Parts.withIcon(Parts.secondary(words.of("evidence.add"), this::add), Material2AL.ADD);
        add.setId("add-evidence");
        node.getChildren().setAll(Parts.body(words.of("evidence.step")), items, add);
        refresh();
    }

    private void add() {
        model.newItem("evidence", ItemId.CASE, open);
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void refresh() {
        List<ItemId> held = model.items("evidence", ItemId.CASE).stream()
                .filter(item -> !model.items("page", item).isEmpty()
                        || model.summary(item, "evidence").isPresent())
                .toList();
        List<List<ItemId>> now =
                held.stream().map(item -> model.items("page", item)).toList();
        if (now.equals(shown) && model.state() != IntakeModel.State.SAVED) {
            return;
        }
        shown = now;
        items.getChildren().setAll(held.stream().map(this::card).toList());
    }

    private String count(ItemId item, int captured) {
        return model.value(item, "EVD-08")
                .flatMap(Value::asNumber)
                .map(all -> words.of("evidence.pages.of", captured, all))
                .orElseGet(() -> words.of("evidence.count", captured));
    }

    private Node card(ItemId item) {
        List<ItemId> pages = model.items("page", item);
        String name = model.value(item, "EVD-02")
                .flatMap(value -> value.asText())
                .map(code -> words.choice("EVD-02", code))
                .orElseGet(() -> words.of("evidence.unnamed"));
        VBox card = Parts.card(Parts.text(name, "bold-line"), Parts.quiet(count(item, pages.size())));
        HBox row = new HBox(8);
        for (int i = 0; i < Math.min(PAGES_SHOWN, pages.size()); i++) {
            row.getChildren().add(pictures.thumbnail(model.id(), pages.get(i), i + 1, () -> open.accept(item)));
        }
        if (!pages.isEmpty()) {
            card.getChildren().add(row);
        }
        return Parts.tappable(card, name, () -> open.accept(item));
    }
}
