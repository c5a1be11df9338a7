package org.umbral.shared.catalogue;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.umbral.shared.casefile.Ages;
import org.umbral.shared.casefile.Answer;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.Held;
import org.umbral.shared.casefile.Item;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.PartialDate;
import org.umbral.shared.casefile.Streets;
import org.umbral.shared.casefile.Value;

/**
 * Evaluates conditions over a case. While a field is in conflict its most protective value counts. Thread-safe.
 *
 * <p>The rules ask for the same items and fields over and over: what was looked up is kept as long as this object.
 */
public final class Conditions {
    private final Catalogue catalogue;
    private final CaseFile caseFile;
    private final LocalDate today;
    private final BesideFacts beside;
    private final Map<String, List<ItemId>> ofGroup = new ConcurrentHashMap<>();
    private final Map<String, FieldId> ids = new ConcurrentHashMap<>();

    /** @param today the day that ages and freshness are counted from */
    public Conditions(Catalogue catalogue, CaseFile caseFile, LocalDate today) {
        this(catalogue, caseFile, today, BesideFacts.NONE);
    }

    public Conditions(Catalogue catalogue, CaseFile caseFile, LocalDate today, BesideFacts beside) {
        this.catalogue = catalogue;
        this.caseFile = caseFile;
        this.today = today;
        this.beside = beside;
    }

    public CaseFile caseFile() {
        return caseFile;
    }

    LocalDate today() {
        return today;
    }

    /** Whether the condition holds for an item; a field that it does not have is read from above it, last from the case. */
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
        return condition.count() != null ? countHolds(condition.count(), item) : factHolds(condition, item);
    }

    private boolean factHolds(Condition condition, ItemId item) {
        if (condition.equals() != null) {
            List<String> wanted = condition.equals().values();
            return codes(condition.equals().field(), item).stream().anyMatch(wanted::contains);
        }
        if (condition.has() != null) {
            return value(condition.has(), item).filter(Value::isAnswer).isPresent();
        }
        if (condition.includes() != null) {
            return missing(condition.includes(), item).isEmpty();
        }
        if (condition.fresh() != null) {
            Condition.Fresh fresh = condition.fresh();
            return value(fresh.field(), item)
                    .filter(value -> isFresh(value, fresh.days(), today))
                    .isPresent();
        }
        if (condition.age() != null) {
            return holds(condition.age(), Ages.of(held("PER-11", item), held("PER-12", item), today));
        }
        return condition.evidence() != null
                ? new Proofs(this).has(condition.evidence(), item)
                : condition.street() != null
                        && value(condition.street(), item)
                                .filter(Streets::isStreet)
                                .isPresent();
    }

    /** Whether a partial date, or the day of a moment, is not known to be older than some days. */
    static boolean isFresh(Value value, int days, LocalDate today) {
        return PartialDate.from(value)
                .flatMap(PartialDate::latest)
                .or(() -> moment(value))
                .filter(date -> !date.isBefore(today.minusDays(days)))
                .isPresent();
    }

    private static Optional<LocalDate> moment(Value value) {
        try {
            return value.asText().map(text -> OffsetDateTime.parse(text).toLocalDate());
        } catch (DateTimeException noMoment) {
            return Optional.empty();
        }
    }

    private static boolean holds(Condition.Age age, Ages ages) {
        Integer under = age.under();
        Integer over = age.over();
        return under != null && ages.mayBeUnder(under) || over != null && ages.mayBeOver(over);
    }

    /** Which of the codes the value does not contain yet, in their order. */
    List<String> missing(Condition.Equal includes, ItemId item) {
        List<String> there = codes(includes.field(), item);
        return includes.values().stream().filter(code -> !there.contains(code)).toList();
    }

    /** The items of a group that stand below this one, or anywhere below the case. */
    public Stream<ItemId> items(String group, ItemId below) {
        return ofGroup.computeIfAbsent(group, this::everywhere).stream()
                .filter(item -> below.holds(item) && !item.equals(below));
    }

    private List<ItemId> everywhere(String group) {
        List<FieldId> fields = catalogue.fieldIdsOf(group);
        return caseFile.items().values().stream()
                .filter(item -> item.state() != Item.State.REMOVED && item.isOf(fields))
                .map(Item::id)
                .toList();
    }

    private boolean countHolds(Condition.Count count, ItemId item) {
        return counted(count, item) >= wanted(count, item);
    }

    /** A group that stands right under the case is counted there, whatever item is asked about. */
    int counted(Condition.Count count, ItemId item) {
        boolean ofTheCase = catalogue.group(count.group()).parent() == null;
        return (int) items(count.group(), ofTheCase ? ItemId.CASE : item)
                .filter(one -> count.where() == null || hold(count.where(), one))
                .count();
    }

    int wanted(Condition.Count count, ItemId item) {
        int more = count.asManyAs() == null
                ? 0
                : value(count.asManyAs(), item).flatMap(Value::asNumber).orElse(0);
        return Math.max(count.atLeast(), more);
    }

    List<String> codes(String field, ItemId item) {
        return value(field, item)
                .map(value -> value.json().isBoolean() ? List.of(value.isTrue() ? "YES" : "NO") : value.asChoices())
                .orElse(List.of());
    }

    Optional<Value> value(String field, ItemId item) {
        return answer(field, item)
                .map(found -> found.isConflict()
                        ? protective(found, field)
                        : found.held().get(0).value())
                .or(() -> beside.fact(field, item));
    }

    private Stream<Value> held(String field, ItemId item) {
        return answer(field, item).stream()
                .flatMap(found -> found.held().stream())
                .map(Held::value);
    }

    private Optional<Answer> answer(String field, ItemId item) {
        FieldId id = ids.computeIfAbsent(field, FieldId::new);
        Optional<Answer> answer = caseFile.answer(item, id);
        for (ItemId above = item; answer.isEmpty() && above.parent().isPresent(); ) {
            above = above.parent().get();
            answer = caseFile.answer(above, id);
        }
        return answer;
    }

    private Value protective(Answer answer, String field) {
        return answer.mostProtective(
                catalogue.field(field).map(Field::protective).orElse(List.of()));
    }
}
