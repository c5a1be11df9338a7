package org.umbral.phone.screen.intake;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.umbral.shared.casefile.Answer;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.Item;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.catalogue.Catalogue;
import org.umbral.shared.catalogue.Group;

/**
 * The people and things of a case as the intake shows them: what it holds, and what was begun and holds nothing yet; and
 * which person is open. No controls.
 */
final class Items {
    static final String PERSON = "person";

    private final Catalogue catalogue;
    private final Map<ItemId, String> fresh = new LinkedHashMap<>();
    private @Nullable ItemId open;

    Items(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    void began(ItemId item, String group) {
        fresh.put(item, group);
    }

    void gone(ItemId item) {
        fresh.keySet().removeIf(item::holds);
    }

    /** The items of a group below another in their order, those that hold nothing yet last. */
    List<ItemId> of(CaseFile file, String group, ItemId parent) {
        Set<ItemId> held = new LinkedHashSet<>();
        catalogue.items(file, group, parent).forEach(item -> held.add(item.id()));
        catalogue.groups().stream()
                .filter(below -> group.equals(below.parent()))
                .forEach(below -> impliedBy(file, below, parent, held));
        List<ItemId> all = new java.util.ArrayList<>(held.stream()
                .sorted(Comparator.comparingInt(item -> order(file, item)))
                .toList());
        fresh.forEach((item, of) -> {
            if (of.equals(group) && item.parent().equals(Optional.of(parent)) && !held.contains(item)) {
                all.add(item);
            }
        });
        return List.copyOf(all);
    }

    /** A person of whom only a permission is written is a person too. */
    private void impliedBy(CaseFile file, Group below, ItemId parent, Set<ItemId> held) {
        List<FieldId> fields = catalogue.fieldIdsOf(below.id());
        file.items().values().stream()
                .filter(item -> item.state() != Item.State.REMOVED && item.isOf(fields))
                .flatMap(item -> item.id().parent().stream())
                .filter(item -> item.parent().equals(Optional.of(parent)) && !isRemoved(file, item))
                .forEach(held::add);
    }

    private static boolean isRemoved(CaseFile file, ItemId item) {
        return file.item(item).filter(one -> one.state() == Item.State.REMOVED).isPresent();
    }

    private static int order(CaseFile file, ItemId item) {
        return file.answer(item, FieldId.ORDER)
                .flatMap(Answer::settled)
                .flatMap(Value::asNumber)
                .orElse(Integer.MAX_VALUE);
    }

    void open(ItemId person) {
        open = person;
    }

    /** The person who is asked about now: the one opened last, else the first. */
    Optional<ItemId> person(CaseFile file) {
        List<ItemId> people = of(file, PERSON, ItemId.CASE);
        return Optional.ofNullable(open)
                .filter(people::contains)
                .or(() -> people.stream().findFirst());
    }
}
