package org.umbral.phone.screen.intake;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.phone.screen.shell.Shell;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.catalogue.Group;
import org.umbral.shared.catalogue.Section;

/** What a section of a step looks like, by its group alone. */
final class Sections {
    private Sections() {}

    /**
     * @param group and item: on what the section stands
     * @param parent below which the items of the section's group stand
     */
    static StepPart part(Shell shell, IntakeModel model, Section section, String group, ItemId item, ItemId parent) {
        Group of = model.catalogue().group(section.group());
        if (of.id().equals(group)) {
            return new Fields(shell, model, group, item, section.fields(), section.more());
        }
        if (!of.several()) {
            return titled(model, of, new Fields(shell, model, of.id(), ItemId.CASE, section.fields(), section.more()));
        }
        if (section.fields().size() == 1 && section.more().isEmpty()) {
            return new ChildItems(
                    shell,
                    model,
                    model.catalogue().field(section.fields().get(0)).orElseThrow(),
                    parent);
        }
        return titled(
                model,
                of,
                new ItemRows(shell, model, of.id(), parent, section.fields(), section.more(), List.of(), false));
    }

    private static StepPart titled(IntakeModel model, Group of, StepPart part) {
        String title = model.words()
                .find("section." + of.id())
                .orElseGet(() -> model.words().of("group." + of.id()));
        return new Titled(Parts.column(12, Parts.section(title), part.node()), part);
    }

    private record Titled(VBox box, StepPart part) implements StepPart {
        @Override
        public Node node() {
            return box;
        }

        @Override
        public void refresh() {
            part.refresh();
        }

        @Override
        public void flush() {
            part.flush();
        }

        @Override
        public Optional<Node> find(ItemId item, FieldId field) {
            return part.find(item, field);
        }
    }
}
