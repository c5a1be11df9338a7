package org.umbral.clinic.web;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.umbral.shared.catalogue.Condition;

/** What a rule looks at, in words, so that an attorney confirms what is asked and not only what is shown. */
record ConditionWords(CatalogueWords said) {
    String say(Condition condition) {
        if (condition.all() != null) {
            return joined(condition.all(), "all");
        }
        if (condition.any() != null) {
            return condition.any().isEmpty() ? word("never") : joined(condition.any(), "any");
        }
        if (condition.not() != null) {
            return word("not", say(condition.not()));
        }
        return condition.count() != null ? count(condition.count()) : fact(condition);
    }

    private String joined(List<Condition> parts, String how) {
        String all = parts.stream()
                .map(part -> part.all() != null || part.any() != null ? "(" + say(part) + ")" : say(part))
                .collect(Collectors.joining(" " + word(how) + " "));
        return all.isEmpty() ? word("always") : all;
    }

    private String count(Condition.Count count) {
        String where = count.where() == null ? "" : ": " + say(count.where());
        String more = count.asManyAs() == null ? "" : " (" + said.field(count.asManyAs()) + ")";
        return word("count", count.atLeast(), said.group(count.group())) + more + where;
    }

    private String fact(Condition condition) {
        Condition.Equal equal = condition.equals() != null ? condition.equals() : condition.includes();
        if (equal != null) {
            String codes = equal.values().stream()
                    .map(code -> said.choice(equal.field(), code))
                    .collect(Collectors.joining(condition.equals() != null ? " / " : ", "));
            return quoted(equal.field()) + ": " + codes;
        }
        if (condition.has() != null) {
            return word("has", quoted(condition.has()));
        }
        if (condition.fresh() != null) {
            return word(
                    "fresh",
                    quoted(condition.fresh().field()),
                    condition.fresh().days());
        }
        if (condition.street() != null) {
            return word("street", quoted(condition.street()));
        }
        return condition.age() != null ? age(condition.age()) : evidence(condition);
    }

    private String age(Condition.Age age) {
        return Stream.of(
                        age.under() == null ? null : word("under", age.under()),
                        age.over() == null ? null : word("over", age.over()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" " + word("any") + " "));
    }

    private String evidence(Condition condition) {
        Condition.Evidence evidence = Objects.requireNonNull(condition.evidence());
        String shows = Stream.concat(
                        evidence.proves().stream().map(code -> said.choice("EVD-03", code)),
                        evidence.kinds().stream().map(code -> said.choice("EVD-02", code)))
                .distinct()
                .collect(Collectors.joining(" / "));
        String days = evidence.days() == null ? "" : ", " + word("days", evidence.days());
        return word("evidence", shows) + days;
    }

    private String quoted(String field) {
        return "“" + said.field(field) + "”";
    }

    private String word(String key, Object... with) {
        return said.words().say("rules.if." + key, with);
    }
}
