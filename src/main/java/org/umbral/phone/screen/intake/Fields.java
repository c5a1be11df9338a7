package org.umbral.phone.screen.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.phone.screen.shell.Shell;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.catalogue.Catalogue;
import org.umbral.shared.catalogue.Field;
import org.umbral.shared.catalogue.Group;
import org.umbral.shared.catalogue.Section;

/**
 * Some fields of one item and the sections that belong to it, the rest behind "more", which opens in place. Fields of
 * child items stand among them. What is hidden is not made.
 */
public final class Fields implements StepPart {
    private final Shell shell;
    private final IntakeModel model;
    private final ItemId item;
    private final String group;
    private final VBox node = Parts.column(12);
    private final List<Slot> slots = new ArrayList<>();
    private final List<Slot> behind = new ArrayList<>();
    private final List<String> hidden = new ArrayList<>();
    private @Nullable Button opener;

    /** @param group of the item */
    public Fields(Shell shell, IntakeModel model, String group, ItemId item, List<String> fields, List<String> more) {
        this(shell, model, group, item, fields, more, List.of());
    }

    Fields(
            Shell shell,
            IntakeModel model,
            String group,
            ItemId item,
            List<String> fields,
            List<String> more,
            List<Section> sections) {
        this.shell = shell;
        this.model = model;
        this.item = item;
        this.group = group;
        fields.forEach(id -> slots.add(field(id)));
        more.forEach(id -> behind.add(field(id)));
        hidden.addAll(more);
        for (Section section : sections) {
            (section.behind() ? behind : slots).add(section(section));
            if (section.behind()) {
                hidden.addAll(section.fields());
                hidden.addAll(section.more());
            }
        }
        slots.forEach(slot -> node.getChildren().add(slot.node()));
        if (hidden.stream().anyMatch(this::isAnswered)) {
            open();
        } else if (!behind.isEmpty()) {
            Button link =
                    Parts.withIcon(Parts.link(model.words().of("fields.more"), this::open), Material2AL.EXPAND_MORE);
            link.setId("more-fields");
            opener = link;
            node.getChildren().add(link);
        }
        refresh();
    }

    private void open() {
        node.getChildren().remove(opener);
        opener = null;
        slots.addAll(behind);
        for (Slot slot : behind) {
            slot.refresh();
            node.getChildren().add(slot.node());
        }
        behind.clear();
    }

    private Slot field(String id) {
        Catalogue catalogue = model.catalogue();
        Field field = catalogue.field(id).orElseThrow();
        Group of = catalogue.group(field.group());
        boolean elsewhere = of.several() && !of.id().equals(group);
        return new Slot(
                () -> model.isShown(field, elsewhere ? item : holder(of)),
                () -> elsewhere
                        ? new ChildItems(shell, model, field, parent(of))
                        : new FieldBlock(shell, model, field, holder(of), true));
    }

    private Slot section(Section section) {
        return new Slot(
                () -> model.holds(section.when(), item),
                () -> Sections.part(
                        shell,
                        model,
                        section,
                        group,
                        item,
                        parent(model.catalogue().group(section.group()))));
    }

    /** On what a field of a group stands: this item, or the case. */
    private ItemId holder(Group of) {
        return of.several() ? item : ItemId.CASE;
    }

    /** Below what the items of another group stand. */
    private ItemId parent(Group of) {
        if (of.parent() == null) {
            return ItemId.CASE;
        }
        return of.parent().equals(group) ? item : model.parentOf(of);
    }

    /** The place of the first person stands from the start: nobody answered it. */
    private boolean isAnswered(String id) {
        if (id.equals(PlaceChips.FIELD)) {
            return false;
        }
        Field field = model.catalogue().field(id).orElseThrow();
        Group of = model.catalogue().group(field.group());
        return of.several() && !of.id().equals(group)
                ? model.items(of.id(), parent(of)).stream()
                        .anyMatch(one -> model.answer(one, field.fieldId()).isPresent())
                : model.answer(holder(of), field.fieldId()).isPresent();
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void refresh() {
        slots.forEach(Slot::refresh);
    }

    @Override
    public void flush() {
        slots.forEach(Slot::flush);
    }

    @Override
    public Optional<Node> find(ItemId wanted, FieldId field) {
        Optional<Node> here = in(slots, wanted, field);
        if (here.isEmpty() && hidden.contains(field.text()) && !behind.isEmpty()) {
            open();
            return in(slots, wanted, field);
        }
        return here;
    }

    private static Optional<Node> in(List<Slot> slots, ItemId wanted, FieldId field) {
        return slots.stream()
                .map(slot -> slot.find(wanted, field))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
