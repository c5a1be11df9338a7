package org.umbral.phone.screen.onecase;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.layout.VBox;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.phone.screen.words.Said;
import org.umbral.phone.screen.words.Words;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.Held;
import org.umbral.shared.casefile.Item;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.catalogue.Catalogue;
import org.umbral.shared.catalogue.Field;
import org.umbral.shared.catalogue.FieldType;
import org.umbral.shared.catalogue.Group;

/** All that was written down, group by group, item by item. */
record Summary(Catalogue catalogue, CaseFile file, Words words) {
    private static final Set<String> HIDDEN = Set.of("page", "consent", "question");

    VBox node() {
        VBox node = Parts.column(12);
        for (Group group : catalogue.groups()) {
            if (HIDDEN.contains(group.id())) {
                continue;
            }
            List<ItemId> items = items(group);
            for (int i = 0; i < items.size(); i++) {
                VBox card = card(group, items.get(i), items.size() > 1 ? " " + (i + 1) : "");
                if (card.getChildren().size() > 1) {
                    node.getChildren().add(card);
                }
            }
        }
        return node;
    }

    private List<ItemId> items(Group group) {
        if (!group.several()) {
            return List.of(ItemId.CASE);
        }
        Stream<ItemId> parents = Optional.ofNullable(group.parent())
                .map(parent ->
                        catalogue.items(file, parent, ItemId.CASE).stream().map(Item::id))
                .orElseGet(() -> Stream.of(ItemId.CASE));
        return parents.flatMap(parent -> catalogue.items(file, group.id(), parent).stream())
                .map(Item::id)
                .toList();
    }

    private VBox card(Group group, ItemId item, String number) {
        VBox card = Parts.card(Parts.section(words.of("group." + group.id()) + number));
        for (Field field : catalogue.fieldsOf(group.id())) {
            if (field.type() != FieldType.CASE_CODE) {
                said(item, field)
                        .ifPresent(text -> card.getChildren()
                                .add(Parts.column(0, Parts.quiet(words.field(field.id())), Parts.body(text))));
            }
        }
        return card;
    }

    private Optional<String> said(ItemId item, Field field) {
        return file.answer(item, field.fieldId())
                .map(answer -> answer.held().stream()
                        .map(Held::value)
                        .distinct()
                        .map(value -> Said.value(words, field, value))
                        .filter(text -> !text.isBlank())
                        .collect(Collectors.joining("  /  ")))
                .filter(text -> !text.isBlank());
    }
}
