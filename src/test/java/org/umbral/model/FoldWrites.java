package org.umbral.model;

import java.security.SecureRandom;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.umbral.shared.Json;
import org.umbral.shared.casefile.Audience;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.casefile.Write;
import org.umbral.shared.casefile.WriteId;

/** Random writes of somebody who holds a part of a case and names what they have seen of it. */
final class FoldWrites {
    private static final FieldId CAPTURED_AT = new FieldId("CAP-10");
    private static final int DEEPEST = 3;

    private final Random choice;
    private final SecureRandom random;
    private final FoldModel view;

    FoldWrites(Random choice, SecureRandom random, FoldModel view) {
        this.choice = choice;
        this.random = random;
        this.view = view;
    }

    Write next(Audience audience) {
        int kind = choice.nextInt(100);
        if (kind < 12) {
            return write(FieldId.REMOVED, known(), Value.flag(true));
        } else if (kind < 18) {
            return write(FieldId.REMOVED, known(), Value.flag(false));
        } else if (kind < 30) {
            return new Write(FieldId.SAME_AS, known(), Value.text(known().path()), new TreeSet<>());
        } else if (kind < 36) {
            return undo(known());
        } else if (kind < 42) {
            return write(FieldId.ORDER, known(), Value.number(choice.nextInt(3)));
        } else if (kind < 45) {
            return write(CAPTURED_AT, ItemId.CASE, Value.text("Shelter " + choice.nextInt(2)));
        }
        List<FieldId> fields = FoldHistory.fields(audience);
        return write(fields.get(choice.nextInt(fields.size())), choice.nextInt(4) == 0 ? fresh() : known(), value());
    }

    Write sameCase(CaseId other) {
        return choice.nextInt(3) == 0
                ? undo(ItemId.CASE)
                : new Write(FieldId.SAME_AS, ItemId.CASE, Value.text(other.text()), new TreeSet<>());
    }

    /** Of one of the joins that the author knows, or of all. */
    private Write undo(ItemId item) {
        TreeSet<WriteId> all = view.seen(item, FieldId.SAME_AS);
        TreeSet<WriteId> seen = all.isEmpty() || choice.nextBoolean() ? all : new TreeSet<>(List.of(all.first()));
        return new Write(FieldId.SAME_AS, item, Value.flag(false), seen);
    }

    private Write write(FieldId field, ItemId item, Value value) {
        return new Write(field, item, value, view.seen(item, field));
    }

    /** An item that the author knows, as it was first named or as it is shown; a new one where there is none. */
    private ItemId known() {
        List<ItemId> items = view.writes().stream()
                .map(Said::item)
                .filter(item -> !item.equals(ItemId.CASE))
                .toList();
        if (items.isEmpty()) {
            return fresh();
        }
        ItemId item = items.get(choice.nextInt(items.size()));
        return choice.nextBoolean() ? item : view.home(item);
    }

    private ItemId fresh() {
        List<ItemId> items = view.writes().stream().map(Said::item).toList();
        ItemId parent = items.isEmpty() || choice.nextBoolean() ? ItemId.CASE : items.get(choice.nextInt(items.size()));
        return parent.path().split("/").length >= DEEPEST ? ItemId.random(random) : parent.child(random);
    }

    /** Few enough that people who write apart often write the same; some of a form that no reader knows. */
    private Value value() {
        return switch (choice.nextInt(5)) {
            case 0 -> Value.text("WITHDRAWN");
            case 1 -> Value.text("GIVEN");
            case 2 -> Value.unanswered(Value.Unanswered.DECLINED);
            case 3 -> new Value(Json.object().put("newer", choice.nextInt(2)));
            default -> Value.text("value " + choice.nextInt(2));
        };
    }
}
