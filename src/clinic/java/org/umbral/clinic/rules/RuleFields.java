package org.umbral.clinic.rules;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.umbral.shared.casefile.Audience;
import org.umbral.shared.catalogue.Catalogue;
import org.umbral.shared.catalogue.Condition;
import org.umbral.shared.catalogue.Field;
import org.umbral.shared.catalogue.Rule;

/** Which fields a rule reads: who may not read one of them may not see what the rule finds. */
final class RuleFields {
    private final Set<String> fields = new LinkedHashSet<>();

    private RuleFields() {}

    static Set<String> of(Rule rule) {
        RuleFields all = new RuleFields();
        all.read(rule.applies());
        all.read(rule.holds());
        all.fields.add(rule.leadsTo());
        return all.fields;
    }

    /** Whether only some of the staff may know what it finds. */
    static boolean isClosed(Catalogue catalogue, Rule rule) {
        return of(rule).stream()
                .flatMap(id -> catalogue.field(id).stream())
                .map(Field::readBy)
                .anyMatch(audience -> audience.compareTo(Audience.STAFF) > 0);
    }

    private void read(@Nullable Condition condition) {
        if (condition == null) {
            return;
        }
        Stream.of(condition.all(), condition.any()).forEach(this::readAll);
        read(condition.not());
        Stream.of(condition.equals(), condition.includes()).forEach(equal -> {
            if (equal != null) {
                fields.add(equal.field());
            }
        });
        Stream.of(condition.has(), condition.street()).forEach(this::add);
        if (condition.fresh() != null) {
            fields.add(condition.fresh().field());
        }
        if (condition.count() != null) {
            read(condition.count().where());
            add(condition.count().asManyAs());
        }
        if (condition.age() != null) {
            fields.addAll(List.of("PER-11", "PER-12"));
        }
        if (condition.evidence() != null) {
            fields.addAll(List.of("EVD-02", "EVD-03", "EVD-04", "EVD-04A", "EVD-05"));
        }
    }

    private void readAll(@Nullable List<Condition> some) {
        if (some != null) {
            some.forEach(this::read);
        }
    }

    private void add(@Nullable String field) {
        if (field != null) {
            fields.add(field);
        }
    }
}
