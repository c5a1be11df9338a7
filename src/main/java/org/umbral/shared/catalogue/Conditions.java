package org.umbral.shared.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.umbral.shared.casefile.Answer;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.Item;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.PartialDate;
import org.umbral.shared.casefile.Value;

/**
 * Evaluates conditions over a case. While a field is in conflict its most protective value counts. Thread-safe.
 *
 * @param today the day that ages and freshness are counted from
 */
public record Conditions(Catalogue catalogue, CaseFile caseFile, LocalDate today) {
    /** Whether the condition holds for an item; a field that the item's group does not have is read from the case. */
    public boolean hold(Condition condition, ItemId item) {
        if (condition.all() != null) {
            return condition.all().stream().allMatch(one -> hold(one, item));
        }
        if (condition.any() != null) {
            return condition.any().stream().anyMatch(one -> hold(one, item));
        }
        if (condition.not() != null) {
            return !hold(condition.not(), item);
        }
        if (condition.equals() != null) {
            List<String> wanted = condition.equals().values();
            return value(condition.equals().field(), item).stream()
                    .flatMap(value -> value.asChoices().stream())
                    .anyMatch(wanted::contains);
        }
        if (condition.has() != null) {
            return value(condition.has(), item).filter(Value::isAnswer).isPresent();
        }
        if (condition.count() != null) {
            return countHolds(condition.count(), item);
        }
        return condition.fresh() != null && isFresh(condition.fresh(), item);
    }

    /** The items of a group that stand below this one, or anywhere below the case. */
    public Stream<ItemId> items(String group, ItemId below) {
        List<FieldId> fields = catalogue.fieldIdsOf(group);
        return caseFile.items().values().stream()
                .filter(item -> item.state() != Item.State.REMOVED)
                .filter(item -> below.holds(item.id()) && !item.id().equals(below) && item.isOf(fields))
                .map(Item::id);
    }

    private boolean countHolds(Condition.Count count, ItemId item) {
        return items(count.group(), item)
                        .filter(one -> count.where() == null || hold(count.where(), one))
                        .count()
                >= count.atLeast();
    }

    private boolean isFresh(Condition.Fresh fresh, ItemId item) {
        return value(fresh.field(), item)
                .flatMap(PartialDate::from)
                .flatMap(PartialDate::latest)
                .filter(date -> !date.isBefore(today.minusDays(fresh.days())))
                .isPresent();
    }

    private Optional<Value> value(String field, ItemId item) {
        FieldId id = new FieldId(field);
        Optional<Answer> onItem = caseFile.answer(item, id);
        Optional<Answer> answer = onItem.isPresent() ? onItem : caseFile.answer(ItemId.CASE, id);
        List<String> protective = catalogue.field(field).map(Field::protective).orElse(List.of());
        return answer.map(found -> found.mostProtective(protective));
    }
}
