package org.umbral.phone.screen.intake;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.phone.screen.shell.Shell;
import org.umbral.phone.screen.words.Words;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.catalogue.Step;

/** A step of a group that may have several items: one is open, the others are rows that open at a tap. */
final class SeveralItems implements StepPart {
    private final Shell shell;
    private final IntakeModel model;
    private final Words words;
    private final Step step;
    private final ItemId parent;
    private final boolean canAdd;
    private final VBox node = Parts.column(12);
    private List<ItemId> shown = List.of();
    private @Nullable ItemId open;
    private @Nullable Fields fields;
    private boolean asked;

    /** @param canAdd false in a later step about the same items */
    SeveralItems(Shell shell, IntakeModel model, Step step, boolean canAdd) {
        this.shell = shell;
        this.model = model;
        this.words = model.words();
        this.step = step;
        this.canAdd = canAdd;
        this.parent = model.parentOf(model.catalogue().group(step.group()));
        List<ItemId> items = items();
        open = items.isEmpty() ? null : items.get(0);
        refresh();
    }

    private List<ItemId> items() {
        return model.items(step.group(), parent);
    }

    private void add() {
        model.newItem(step.group(), parent, made -> {
            open = made;
            show(items());
        });
    }

    private void open(ItemId item) {
        flush();
        open = item;
        show(items());
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void refresh() {
        List<ItemId> items = items();
        if (items.isEmpty() && !asked) {
            // A blank one to type into; it is kept once something is written to it.
            asked = true;
            add();
        } else if (!items.equals(shown)) {
            if (open == null || !items.contains(open)) {
                open = items.isEmpty() ? null : items.get(items.size() - 1);
            }
            show(items);
        } else if (fields != null) {
            fields.refresh();
        }
    }

    private void show(List<ItemId> items) {
        shown = items;
        node.getChildren().clear();
        for (ItemId item : items) {
            node.getChildren().add(item.equals(open) ? opened(item, items) : row(item));
        }
        if (canAdd) {
            Button another = Parts.withIcon(
                    Parts.secondary(words.of("items.another", words.of("group." + step.group())), this::another),
                    Material2AL.ADD);
            another.setId("another-" + step.group());
            node.getChildren().add(another);
        }
    }

    /** One blank is enough. */
    private void another() {
        flush();
        Optional<ItemId> blank = items().stream()
                .filter(item -> model.file().item(item).isEmpty() && !item.equals(open))
                .findFirst();
        blank.ifPresentOrElse(this::open, this::add);
    }

    private Node opened(ItemId item, List<ItemId> items) {
        Fields made = new Fields(shell, model, step.group(), item, step.fields(), step.more());
        fields = made;
        if (items.size() == 1 || !canAdd) {
            return made.node();
        }
        Button remove = Parts.withIcon(Parts.link(words.of("items.remove"), () -> remove(item)), Material2AL.DELETE);
        VBox card = Parts.card(made.node(), remove);
        return card;
    }

    private void remove(ItemId item) {
        model.remove(item);
        shell.toast(words.of("items.removed"), words.of("undo"), model::undo);
    }

    private Node row(ItemId item) {
        String name = model.summary(item, step.group())
                .orElseGet(() -> words.of("items.blank", words.of("group." + step.group())));
        Button row = new Button(name, Parts.icon(Material2AL.EXPAND_MORE));
        row.getStyleClass().add("menu-row");
        row.setWrapText(true);
        row.setMaxWidth(Double.MAX_VALUE);
        row.setOnAction(event -> open(item));
        return row;
    }

    @Override
    public void flush() {
        if (fields != null) {
            fields.flush();
        }
    }
}
