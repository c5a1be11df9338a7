package org.umbral.phone.screen.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.phone.screen.shell.Shell;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.catalogue.Group;
import org.umbral.shared.catalogue.Section;
import org.umbral.shared.catalogue.Step;

/**
 * A step as the catalogue has it: its fields, what is behind "more", its sections. A step about people asks about one of
 * them at a time, with everybody's name on top.
 */
final class StepBody implements StepPart {
    private final Shell shell;
    private final IntakeModel model;
    private final Step step;
    private final boolean aboutPeople;
    private final PeopleStrip strip;
    private final PeopleEnd end;
    private final VBox content = Parts.column(12);
    private final VBox node;
    private final List<StepPart> parts = new ArrayList<>();
    private @Nullable ItemId person;

    /** @param look scrolls to a node and gives it the keyboard */
    StepBody(Shell shell, IntakeModel model, Step step, Consumer<Node> look) {
        this.shell = shell;
        this.model = model;
        this.step = step;
        this.aboutPeople = isAboutPeople();
        this.strip = new PeopleStrip(model, this::turnTo);
        this.end = new PeopleEnd(shell, model, step, added -> {
            turnTo(added);
            find(added, new FieldId("PER-02")).ifPresent(look);
        });
        this.node = aboutPeople ? Parts.column(12, strip.node(), content, end.node()) : content;
        make();
    }

    private boolean isAboutPeople() {
        return Stream.concat(Stream.of(step.group()), step.sections().stream().map(Section::group))
                .map(model.catalogue()::group)
                .anyMatch(group -> group.id().equals(Items.PERSON) || Items.PERSON.equals(group.parent()));
    }

    private void turnTo(ItemId to) {
        flush();
        model.open(to);
    }

    private void make() {
        person = model.person().orElse(null);
        parts.clear();
        Group group = model.catalogue().group(step.group());
        if (!group.several() || group.id().equals(Items.PERSON)) {
            ItemId item = group.several() && person != null ? person : ItemId.CASE;
            parts.add(new Fields(shell, model, group.id(), item, fields(item), more(item), step.sections()));
        } else {
            List<Section> inside = step.sections().stream()
                    .filter(section -> group.id()
                            .equals(model.catalogue().group(section.group()).parent()))
                    .toList();
            List<Section> beside = step.sections().stream()
                    .filter(section -> !inside.contains(section))
                    .toList();
            ItemId about = aboutPeople && person != null ? person : ItemId.CASE;
            parts.add(new ItemRows(
                    shell, model, group.id(), model.parentOf(group), step.fields(), step.more(), inside, true));
            parts.add(new Fields(shell, model, Items.PERSON, about, List.of(), List.of(), beside));
        }
        content.getChildren().setAll(parts.stream().map(StepPart::node).toList());
    }

    /** The place in the family of everybody but the first is asked right after the name; the first is who they are. */
    private List<String> fields(ItemId item) {
        List<String> fields = new ArrayList<>(step.fields());
        if (asksPlace()) {
            fields.remove(PlaceChips.FIELD);
            if (!isFirst(item)) {
                fields.add(Math.min(1, fields.size()), PlaceChips.FIELD);
            }
        }
        return fields;
    }

    private List<String> more(ItemId item) {
        List<String> more = new ArrayList<>(step.more());
        if (asksPlace()) {
            more.remove(PlaceChips.FIELD);
            if (isFirst(item)) {
                more.add(PlaceChips.FIELD);
            }
        }
        return more;
    }

    private boolean asksPlace() {
        return step.fields().contains(PlaceChips.FIELD) || step.more().contains(PlaceChips.FIELD);
    }

    private boolean isFirst(ItemId item) {
        return model.principal().filter(item::equals).isPresent();
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void refresh() {
        if (aboutPeople && !model.person().equals(Optional.ofNullable(person))) {
            make();
        } else {
            parts.forEach(StepPart::refresh);
        }
        if (aboutPeople) {
            strip.refresh();
            end.refresh();
        }
    }

    @Override
    public void flush() {
        parts.forEach(StepPart::flush);
    }

    @Override
    public Optional<Node> find(ItemId item, FieldId field) {
        if (aboutPeople) {
            model.people().stream()
                    .filter(one -> one.holds(item) && !model.person().equals(Optional.of(one)))
                    .findFirst()
                    .ifPresent(this::turnTo);
        }
        return parts.stream()
                .map(part -> part.find(item, field))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
