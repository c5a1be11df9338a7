package org.umbral.phone.screen.intake;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.shared.casefile.ItemId;

/** One tap takes over what somebody else of the case answered: a family mostly has one telephone and one language. */
final class SameAs {
    private static final List<String> SHARED = List.of("contact", "language", "citizenship");
    private static final int NAME = 16;

    private final IntakeModel model;
    private final String group;
    private final ItemId person;
    private final VBox node = Parts.column(0);

    SameAs(IntakeModel model, String group, ItemId person) {
        this.model = model;
        this.group = group;
        this.person = person;
        refresh();
    }

    Node node() {
        return node;
    }

    void refresh() {
        Optional<ItemId> other = answers(person) ? Optional.empty() : other();
        Parts.hide(node, other.isEmpty());
        if (other.isPresent() == node.getChildren().isEmpty()) {
            node.getChildren().clear();
            other.ifPresent(from -> node.getChildren().add(offer(from)));
        }
    }

    private Optional<ItemId> other() {
        List<ItemId> people = model.people();
        return !SHARED.contains(group) || !people.contains(person)
                ? Optional.empty()
                : people.stream()
                        .filter(one -> !one.equals(person) && answers(one))
                        .findFirst();
    }

    private boolean answers(ItemId of) {
        return model.items(group, of).stream()
                .anyMatch(item -> model.summary(item, group).isPresent());
    }

    private Button offer(ItemId from) {
        String name = Summaries.shortened(model.nameOf(from), NAME);
        String what = model.items(group, from).stream()
                .flatMap(item -> model.summary(item, group).stream())
                .findFirst()
                .orElse("");
        Button same = Parts.withIcon(
                Parts.secondary(model.words().of("person.same", name, what), () -> model.copy(group, from, person)),
                Material2AL.CONTENT_COPY);
        same.setId("same-" + group);
        return same;
    }
}
