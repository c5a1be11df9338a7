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
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.Item;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.catalogue.Section;

/** The items of a group: a row with a summary for each, of which one is open in place. */
final class ItemRows implements StepPart {
    private final Shell shell;
    private final IntakeModel model;
    private final Words words;
    private final String group;
    private final ItemId parent;
    private final List<String> fields;
    private final List<String> more;
    private final List<Section> sections;
    private final boolean main;
    private final SameAs sameAs;
    private final VBox node = Parts.column(12);
    private List<Row> shown = List.of();
    private @Nullable Button header;
    private @Nullable ItemId open;
    private @Nullable Fields opened;
    private boolean asked;

    /** What of a row is seen from outside: of the open one its fields say the rest. */
    private record Row(ItemId item, String says, boolean disputed) {}

    /** @param main the step is about these: one stands open to type into */
    ItemRows(
            Shell shell,
            IntakeModel model,
            String group,
            ItemId parent,
            List<String> fields,
            List<String> more,
            List<Section> sections,
            boolean main) {
        this.shell = shell;
        this.model = model;
        this.words = model.words();
        this.group = group;
        this.parent = parent;
        this.fields = fields;
        this.more = more;
        this.sections = sections;
        this.main = main;
        this.sameAs = new SameAs(model, group, parent);
        List<ItemId> items = items();
        open = main && !items.isEmpty() ? items.get(0) : null;
        show(items);
        refresh();
    }

    private List<ItemId> items() {
        return model.items(group, parent);
    }

    private void add() {
        model.newItem(group, parent, made -> {
            open = made;
            show(items());
        });
    }

    private void open(@Nullable ItemId item) {
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
        if (items.isEmpty() && main && !asked) {
            // A blank one to type into; it is kept once something is written to it.
            asked = true;
            add();
        } else if (!rows(items).equals(shown)) {
            if (open != null && !items.contains(open)) {
                open = main && !items.isEmpty() ? items.get(items.size() - 1) : null;
            }
            show(items);
        } else if (opened != null) {
            opened.refresh();
            if (header != null && open != null) {
                header.setText(name(open));
            }
        }
        sameAs.refresh();
    }

    private List<Row> rows(List<ItemId> items) {
        return items.stream()
                .map(item -> new Row(item, item.equals(open) ? "" : name(item), isDisputed(item)))
                .toList();
    }

    private void show(List<ItemId> items) {
        shown = rows(items);
        opened = null;
        header = null;
        node.getChildren().setAll(sameAs.node());
        for (ItemId item : items) {
            node.getChildren().add(item.equals(open) ? opened(item, items) : row(item));
        }
        String kind = words.of("group." + group);
        Button another = Parts.withIcon(
                Parts.secondary(words.of(items.isEmpty() ? "items.add" : "items.another", kind), this::another),
                Material2AL.ADD);
        another.setId("another-" + group);
        node.getChildren().add(another);
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
        Fields made = new Fields(shell, model, group, item, fields, more, sections);
        opened = made;
        if (main && items.size() == 1 && !isDisputed(item)) {
            return made.node();
        }
        Button close = header(item, Material2AL.EXPAND_LESS, () -> open(null));
        header = close;
        Button remove = Parts.withIcon(Parts.link(words.of("items.remove"), () -> remove(item)), Material2AL.DELETE);
        remove.setId("remove-" + group);
        return isDisputed(item)
                ? Parts.card(close, disputed(item), made.node())
                : Parts.card(close, made.node(), remove);
    }

    private Node row(ItemId item) {
        Button row = header(item, Material2AL.EXPAND_MORE, () -> open(item));
        return isDisputed(item) ? Parts.card(row, disputed(item)) : row;
    }

    private boolean isDisputed(ItemId item) {
        return model.file()
                .item(item)
                .filter(one -> one.state() == Item.State.REMOVED_HERE_CHANGED_THERE)
                .isPresent();
    }

    /** Somebody took it away while somebody else wrote to it: both are said, and the worker says which it is. */
    private Node disputed(ItemId item) {
        Button keep = Parts.secondary(words.of("items.disputed.keep"), () -> model.keep(item));
        keep.setId("keep-" + group);
        Button remove = Parts.secondary(words.of("items.remove"), () -> remove(item));
        return Parts.column(8, Parts.text(words.of("items.disputed"), "doubt"), Parts.beside(keep, remove));
    }

    private String name(ItemId item) {
        return model.summary(item, group).orElseGet(() -> words.of("items.blank", words.of("group." + group)));
    }

    private Button header(ItemId item, Material2AL icon, Runnable run) {
        Button row = new Button(name(item), Parts.icon(icon));
        row.getStyleClass().add("menu-row");
        row.setWrapText(true);
        row.setMinHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
        row.setMaxWidth(Double.MAX_VALUE);
        row.setOnAction(event -> run.run());
        return row;
    }

    private void remove(ItemId item) {
        model.remove(item);
        shell.toast(words.of("items.removed"), words.of("undo"), () -> model.restore(item));
    }

    @Override
    public void flush() {
        if (opened != null) {
            opened.flush();
        }
    }

    @Override
    public Optional<Node> find(ItemId item, FieldId field) {
        Optional<ItemId> wanted =
                items().stream().filter(one -> one.holds(item)).findFirst();
        if (wanted.isPresent() && !wanted.get().equals(open)) {
            open(wanted.get());
        }
        return wanted.isPresent() && opened != null ? opened.find(item, field) : Optional.empty();
    }
}
