package org.umbral.shared.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;

/**
 * What is missing in a case by the rules that a volunteer may see: facts, in the order of the file, never a judgement
 * (domain notes §3). The phone and the clinic list the same for the same entries. Pure; thread-safe.
 *
 * @param version which rules were asked: the catalogue's version
 */
public record Readiness(String version, List<Gap> gaps) {
    /** What names the items of a group, first found first. */
    private static final List<String> NAMES =
            List.of("PER-02", "PER-05", "SPO-03", "SPO-03A", "EVD-02", "LET-02", "DET-02");

    /**
     * One thing that is missing. Its words are {@code gap.<rule>}, with {@code {0}} for whom or what it is about and
     * {@code {1}} for what is left of it.
     *
     * @param item the item that it is about, or the case
     * @param field where it is filled in
     * @param about the value that names the item, to be said as the field's values are said; empty for the case and for
     *     what has no name yet
     * @param left the pages or choices that are missing; where it is empty there is no {@code {1}}
     */
    public record Gap(Rule rule, ItemId item, FieldId field, Optional<Named> about, List<Named> left) {}

    /** A value and the field whose words say it. */
    public record Named(String field, Value value) {}

    /**
     * A rule that is asked of an item.
     *
     * @param holds whether it is so; then the gap has nothing left
     */
    public record Asked(Gap gap, boolean holds) {}

    public Readiness {
        gaps = List.copyOf(gaps);
    }

    /** @param today the day that ages and freshness are counted from */
    public static Readiness of(Catalogue catalogue, CaseFile caseFile, LocalDate today) {
        List<Rule> rules = catalogue.rules().stream().filter(Rule::onPhone).toList();
        List<Gap> gaps = asked(rules, new Conditions(catalogue, caseFile, today)).stream()
                .filter(one -> !one.holds())
                .map(Asked::gap)
                .toList();
        return new Readiness(catalogue.version(), gaps);
    }

    /** Everything that rules ask of a case on the day of the conditions, in their order, whether it is there or not. */
    public static List<Asked> asked(List<Rule> rules, Conditions conditions) {
        return rules.stream()
                .filter(rule -> isValid(rule, conditions.today()))
                .flatMap(rule -> about(rule, conditions)
                        .filter(item -> rule.applies() == null || conditions.hold(rule.applies(), item))
                        .filter(item -> !isSettledWithoutAnswer(rule, item, conditions))
                        .map(item -> new Asked(gap(rule, item, conditions), conditions.hold(rule.holds(), item))))
                .toList();
    }

    private static Stream<ItemId> about(Rule rule, Conditions conditions) {
        return rule.forEach() == null ? Stream.of(ItemId.CASE) : conditions.items(rule.forEach(), ItemId.CASE);
    }

    private static boolean isValid(Rule rule, LocalDate today) {
        return !today.isBefore(LocalDate.parse(rule.validFrom()))
                && (rule.validTo() == null || !today.isAfter(LocalDate.parse(rule.validTo())));
    }

    /** A declined question is not asked again, and what does not apply is not missing. */
    private static boolean isSettledWithoutAnswer(Rule rule, ItemId item, Conditions conditions) {
        return conditions
                .value(rule.leadsTo(), item)
                .flatMap(Value::whyUnanswered)
                .filter(why -> why != Value.Unanswered.PERSON_DOES_NOT_KNOW)
                .isPresent();
    }

    private static Gap gap(Rule rule, ItemId item, Conditions conditions) {
        return new Gap(rule, item, new FieldId(rule.leadsTo()), named(item, conditions), left(rule, item, conditions));
    }

    private static Optional<Named> named(ItemId item, Conditions conditions) {
        if (item.equals(ItemId.CASE)) {
            return Optional.empty();
        }
        return NAMES.stream()
                .flatMap(field -> conditions.caseFile().answer(item, new FieldId(field)).stream()
                        .map(answer -> new Named(field, answer.mostProtective(List.of()))))
                .filter(named -> named.value().isAnswer())
                .findFirst();
    }

    private static List<Named> left(Rule rule, ItemId item, Conditions conditions) {
        Condition.Equal includes = rule.holds().includes();
        if (includes != null) {
            List<String> codes = conditions.missing(includes, item);
            return List.of(new Named(includes.field(), Value.choices(codes)));
        }
        Condition.Count count = rule.holds().count();
        if (count == null || count.asManyAs() == null) {
            return Collections.emptyList();
        }
        List<Named> pages = new ArrayList<>();
        for (int i = conditions.counted(count, item) + 1; i <= conditions.wanted(count, item); i++) {
            pages.add(new Named(count.asManyAs(), Value.number(i)));
        }
        return pages;
    }
}
