package org.umbral.phone.screen.intake;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.phone.screen.shell.Shell;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.catalogue.Catalogue;
import org.umbral.shared.catalogue.Field;
import org.umbral.shared.catalogue.Group;

/** Some fields of one item, the rest behind "more", which opens in place. Fields of child items stand among them. */
public final class Fields {
    private final Shell shell;
    private final IntakeModel model;
    private final ItemId item;
    private final String group;
    private final VBox node = Parts.column(12);
    private final List<FieldBlock> blocks = new ArrayList<>();
    private final List<ChildItems> children = new ArrayList<>();

    /** @param group of the item */
    public Fields(Shell shell, IntakeModel model, String group, ItemId item, List<String> fields, List<String> more) {
        this.shell = shell;
        this.model = model;
        this.item = item;
        this.group = group;
        fields.forEach(id -> add(node, id));
        if (!more.isEmpty()) {
            int first = blocks.size();
            VBox behind = Parts.column(12);
            more.forEach(id -> add(behind, id));
            boolean answered = blocks.subList(first, blocks.size()).stream().anyMatch(FieldBlock::isAnswered)
                    || children.stream().anyMatch(ChildItems::isAnswered);
            node.getChildren().add(answered ? behind : opener(behind));
        }
        refresh();
    }

    private Node opener(VBox behind) {
        Button more = Parts.withIcon(Parts.link(model.words().of("fields.more"), () -> {}), Material2AL.EXPAND_MORE);
        more.setId("more-fields");
        more.setOnAction(event -> node.getChildren().set(node.getChildren().indexOf(more), behind));
        return more;
    }

    private void add(VBox into, String id) {
        Catalogue catalogue = model.catalogue();
        Field field = catalogue.field(id).orElseThrow();
        Group of = catalogue.group(field.group());
        if (of.several() && !of.id().equals(group)) {
            ChildItems child = new ChildItems(shell, model, field, of.parent() == null ? ItemId.CASE : item);
            children.add(child);
            into.getChildren().add(child.node());
        } else {
            FieldBlock block = new FieldBlock(shell, model, field, of.several() ? item : ItemId.CASE, true);
            blocks.add(block);
            into.getChildren().add(block.node());
        }
    }

    public Node node() {
        return node;
    }

    public void refresh() {
        blocks.forEach(FieldBlock::refresh);
        children.forEach(ChildItems::refresh);
    }

    public void flush() {
        blocks.forEach(FieldBlock::flush);
        children.forEach(ChildItems::flush);
    }
}
