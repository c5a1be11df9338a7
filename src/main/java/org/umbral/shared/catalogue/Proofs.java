package org.umbral.shared.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;

/** Looks for evidence that shows something. Pages that are missing are another line's business. */
record Proofs(Conditions conditions) {
    private static final String KIND = "EVD-02";
    private static final String SHOWS = "EVD-03";
    private static final String DATED = "EVD-05";
    private static final List<String> ABOUT = List.of("EVD-04", "EVD-04A");

    boolean has(Condition.Evidence wanted, ItemId item) {
        return conditions
                .items("evidence", ItemId.CASE)
                .filter(one -> conditions.codes(KIND, one).stream().anyMatch(wanted.kinds()::contains)
                        || conditions.codes(SHOWS, one).stream().anyMatch(wanted.proves()::contains))
                .filter(one -> wanted.days() == null || isNotOlder(one, wanted.days()))
                .anyMatch(one -> !wanted.about() || isAbout(one, item));
    }

    private boolean isNotOlder(ItemId evidence, int days) {
        Optional<Value> dated = conditions.value(DATED, evidence).filter(Value::isAnswer);
        return dated.isEmpty() || Conditions.isFresh(dated.get(), days, conditions.today());
    }

    private boolean isAbout(ItemId evidence, ItemId item) {
        List<String> named = ABOUT.stream()
                .flatMap(field -> conditions.codes(field, evidence).stream())
                .toList();
        return named.isEmpty() ? isTheOnlyOne(item) : named.contains(item.path());
    }

    private boolean isTheOnlyOne(ItemId item) {
        return Stream.of("person", "sponsor")
                .filter(group -> conditions.items(group, ItemId.CASE).anyMatch(item::equals))
                .anyMatch(group -> conditions.items(group, ItemId.CASE).count() == 1);
    }
}
