package org.umbral.phone.screen.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.phone.screen.shell.Shell;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.catalogue.Field;

/** One question with several answers, such as citizenships: a row for each, and "add another". */
final class ChildItems {
    private final Shell shell;
    private final IntakeModel model;
    private final Field field;
    private final ItemId parent;
    private final VBox rows = Parts.column(4);
    private final VBox node;
    private final Map<ItemId, FieldBlock> blocks = new LinkedHashMap<>();
    private boolean asked;

    ChildItems(Shell shell, IntakeModel model, Field field, ItemId parent) {
        this.shell = shell;
        this.model = model;
        this.field = field;
        this.parent = parent;
        Button another = Parts.withIcon(
                Parts.link(model.words().of("items.another", model.words().of("group." + field.group())), this::add),
                Material2AL.ADD);
        another.setId("another-" + field.group());
        node = Parts.column(4, Parts.text(model.words().field(field.id()), "field-label"), rows, another);
        node.getStyleClass().add("field");
    }

    private List<ItemId> items() {
        return model.items(field.group(), parent);
    }

    private void add() {
        model.newItem(field.group(), parent, made -> refresh());
    }

    Node node() {
        return node;
    }

    boolean isAnswered() {
        return items().stream()
                .anyMatch(item -> model.answer(item, field.fieldId()).isPresent());
    }

    void refresh() {
        List<ItemId> items = items();
        if (items.isEmpty() && !asked) {
            asked = true;
            add();
            return;
        }
        if (!items.equals(List.copyOf(blocks.keySet()))) {
            blocks.keySet().retainAll(items);
            items.forEach(
                    item -> blocks.computeIfAbsent(item, made -> new FieldBlock(shell, model, field, made, false)));
            rows.getChildren()
                    .setAll(items.stream().map(item -> row(item, items.size())).toList());
        }
        blocks.values().forEach(FieldBlock::refresh);
    }

    private Node row(ItemId item, int of) {
        Node block = java.util.Objects.requireNonNull(blocks.get(item)).node();
        if (of == 1) {
            return block;
        }
        HBox.setHgrow(block, Priority.ALWAYS);
        HBox row = new HBox(
                4,
                block,
                Parts.iconButton(Material2AL.CLOSE, model.words().of("items.remove"), () -> model.remove(item)));
        row.setAlignment(Pos.TOP_LEFT);
        return row;
    }

    void flush() {
        blocks.values().forEach(FieldBlock::flush);
    }
}
