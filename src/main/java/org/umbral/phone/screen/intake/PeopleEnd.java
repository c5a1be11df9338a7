package org.umbral.phone.screen.intake;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.phone.screen.shell.Shell;
import org.umbral.phone.screen.words.Words;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.catalogue.Step;

/** Below a step about people: somebody more where people are first written down, else the next of them. */
final class PeopleEnd {
    private static final int NAME = 24;

    private final Shell shell;
    private final IntakeModel model;
    private final Words words;
    private final boolean adds;
    private final Consumer<ItemId> turn;
    private final VBox node = Parts.column(8);
    private Optional<List<Object>> shown = Optional.empty();

    PeopleEnd(Shell shell, IntakeModel model, Step step, Consumer<ItemId> turn) {
        this.shell = shell;
        this.model = model;
        this.words = model.words();
        this.turn = turn;
        this.adds = step.group().equals(Items.PERSON)
                && model.steps().stream()
                        .filter(one -> one.group().equals(Items.PERSON))
                        .findFirst()
                        .filter(step::equals)
                        .isPresent();
        refresh();
    }

    Node node() {
        return node;
    }

    void refresh() {
        Optional<ItemId> person = model.person();
        Optional<ItemId> next = next(person);
        List<Object> now =
                List.of(person, next, next.map(model::nameOf), model.people().size());
        if (shown.equals(Optional.of(now))) {
            return;
        }
        shown = Optional.of(now);
        node.getChildren().clear();
        if (adds) {
            Button another =
                    Parts.withIcon(Parts.secondary(words.of("person.another"), this::another), Material2MZ.PERSON_ADD);
            another.setId("another-person");
            node.getChildren().add(another);
            person.filter(one -> model.people().indexOf(one) > 0)
                    .ifPresent(one -> node.getChildren().add(remove(one)));
        } else {
            next.ifPresent(one -> {
                String name = Summaries.shortened(model.nameOf(one), NAME);
                Button on = Parts.withIcon(
                        Parts.secondary(words.of("person.next", name), () -> turn.accept(one)), Material2MZ.PERSON);
                on.setId("next-person");
                node.getChildren().add(on);
            });
        }
    }

    private Optional<ItemId> next(Optional<ItemId> person) {
        List<ItemId> people = model.people();
        int at = person.map(people::indexOf).orElse(-1);
        return at >= 0 && at + 1 < people.size() ? Optional.of(people.get(at + 1)) : Optional.empty();
    }

    /** One blank is enough; whether somebody is one is known once what was typed is saved. */
    private void another() {
        model.afterSaves(this::anotherOrTheBlank);
    }

    private void anotherOrTheBlank() {
        Optional<ItemId> blank = model.people().stream()
                .filter(person -> model.file().item(person).isEmpty())
                .findFirst();
        blank.ifPresentOrElse(turn, () -> model.newItem(Items.PERSON, ItemId.CASE, turn));
    }

    private Node remove(ItemId person) {
        Button remove = Parts.withIcon(
                Parts.link(words.of("person.remove", Summaries.shortened(model.nameOf(person), NAME)), () -> {
                    model.remove(person);
                    shell.toast(words.of("items.removed"), words.of("undo"), () -> model.restore(person));
                }),
                Material2AL.DELETE);
        remove.setId("remove-person");
        return remove;
    }
}
