package org.umbral.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.ItemId;

/**
 * Which items are one: those that a standing {@code same-as} write joins, and what has the same id below items that are
 * one. By trying every item with every other until nothing changes.
 */
final class Sameness {
    private final Map<ItemId, ItemId> least = new HashMap<>();

    Sameness(List<Said> writes) {
        know(ItemId.CASE);
        writes.forEach(said -> know(said.item()));
        List<Said> joins = writes.stream()
                .filter(said -> said.field().equals(FieldId.SAME_AS))
                .filter(said -> !said.isSeenByAnother(writes, FieldId.SAME_AS))
                .toList();
        boolean changed = !joins.isEmpty();
        while (changed) {
            changed = false;
            for (Said join : joins) {
                Optional<ItemId> other = join.named();
                if (other.isPresent() && isHere(other.get(), writes)) {
                    know(other.get());
                    changed |= one(join.item(), other.get());
                }
            }
            changed |= childrenToo();
        }
    }

    /** The least deep of those that are one with it, of these the one with the least id. */
    ItemId home(ItemId item) {
        ItemId known = least.get(item);
        if (known != null) {
            return known;
        }
        ItemId parent = item.parent().orElseThrow();
        ItemId below = below(home(parent), item);
        return below.equals(item) ? item : home(below);
    }

    private void know(ItemId item) {
        least.putIfAbsent(item, item);
        item.parent().ifPresent(this::know);
    }

    private boolean one(ItemId item, ItemId other) {
        ItemId first = home(item);
        ItemId second = home(other);
        if (first.equals(second)) {
            return false;
        }
        boolean deeper = depth(first) > depth(second);
        ItemId lower = deeper || depth(first) == depth(second) && second.compareTo(first) < 0 ? second : first;
        least.replaceAll((id, home) -> home.equals(first) || home.equals(second) ? lower : home);
        return true;
    }

    private boolean childrenToo() {
        boolean changed = false;
        Set<ItemId> known = new HashSet<>(least.keySet());
        for (ItemId child : known) {
            Optional<ItemId> parent = child.parent();
            for (ItemId twin : known) {
                boolean one = parent.isPresent() && home(parent.get()).equals(home(twin));
                if (one && !parent.get().equals(twin) && !below(twin, child).equals(child)) {
                    know(below(twin, child));
                    changed |= one(child, below(twin, child));
                }
            }
        }
        return changed;
    }

    /** Where {@code child} stands below {@code parent}; itself where that were too deep. */
    private static ItemId below(ItemId parent, ItemId child) {
        String last = child.path().substring(child.path().lastIndexOf('/') + 1);
        return depth(parent) >= ItemId.MAX_DEPTH
                ? child
                : new ItemId(parent.path().isEmpty() ? last : parent.path() + "/" + last);
    }

    private static int depth(ItemId item) {
        return item.path().isEmpty() ? 0 : item.path().split("/").length;
    }

    private boolean isHere(ItemId item, List<Said> writes) {
        return writes.stream()
                .anyMatch(said -> item.holds(said.item()) || home(item).holds(home(said.item())));
    }
}
