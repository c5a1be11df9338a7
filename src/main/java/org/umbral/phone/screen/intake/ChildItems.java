package org.umbral.phone.screen.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.phone.screen.shell.Shell;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.catalogue.Field;

/** One question with several answers, such as citizenships: a row for each, and "add another". */
final class ChildItems implements StepPart {
    private final Shell shell;
    private final IntakeModel model;
    private final Field field;
    private final ItemId parent;
    private final VBox rows = Parts.column(4);
    private final VBox node;
    private final SameAs sameAs;
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
        sameAs = new SameAs(model, field.group(), parent);
        node = Parts.column(
                4, Parts.text(model.words().field(field.id()), "field-label"), sameAs.node(), rows, another);
        model.words()
                .find("field." + field.id() + ".hint")
                .map(Parts::quiet)
                .ifPresent(hint -> node.getChildren().add(1, hint));
        node.getStyleClass().add("field");
        refresh();
    }

    private List<ItemId> items() {
        return model.items(field.group(), parent);
    }

    private void add() {
        model.newItem(field.group(), parent, made -> refresh());
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void refresh() {
        sameAs.refresh();
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
        Node block = Objects.requireNonNull(blocks.get(item)).node();
        if (of == 1) {
            return block;
        }
        HBox.setHgrow(block, Priority.ALWAYS);
        HBox row = new HBox(
                4, block, Parts.iconButton(Material2AL.CLOSE, model.words().of("items.remove"), () -> remove(item)));
        row.setAlignment(Pos.TOP_LEFT);
        return row;
    }

    private void remove(ItemId item) {
        model.remove(item);
        shell.toast(model.words().of("items.removed"), model.words().of("undo"), () -> model.restore(item));
    }

    @Override
    public void flush() {
        blocks.values().forEach(FieldBlock::flush);
    }

    @Override
    public Optional<Node> find(ItemId item, FieldId wanted) {
        return !wanted.equals(field.fieldId())
                ? Optional.empty()
                : blocks.entrySet().stream()
                        .filter(block ->
                                item.holds(block.getKey()) || block.getKey().equals(item))
                        .map(block -> block.getValue().node())
                        .findFirst();
    }
}
