package org.umbral.phone.screen.onecase;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.umbral.phone.screen.words.Words;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.catalogue.Catalogue;
import org.umbral.shared.catalogue.Conditions;
import org.umbral.shared.catalogue.Rule;
import org.umbral.shared.catalogue.Step;

/** What is missing, in plain lines; each leads to the step where it is asked. No controls. */
record Gaps(Catalogue catalogue, CaseFile file, Words words) {
    /** A line, and the step that it leads to where there is one. */
    record Gap(String text, Optional<String> step) {}

    List<Gap> list() {
        LocalDate today = words.today();
        Conditions conditions = new Conditions(catalogue, file, today);
        return catalogue.rules().stream()
                .filter(Rule::onPhone)
                .filter(rule -> isValid(rule, today))
                .flatMap(rule -> about(rule, conditions)
                        .filter(item -> rule.applies() == null || conditions.hold(rule.applies(), item))
                        .filter(item -> !conditions.hold(rule.holds(), item))
                        .map(item -> new Gap(words.of("gap." + rule.id(), name(item)), step(rule))))
                .toList();
    }

    private static Stream<ItemId> about(Rule rule, Conditions conditions) {
        return rule.forEach() == null ? Stream.of(ItemId.CASE) : conditions.items(rule.forEach(), ItemId.CASE);
    }

    private static boolean isValid(Rule rule, LocalDate today) {
        return !today.isBefore(LocalDate.parse(rule.validFrom()))
                && (rule.validTo() == null || !today.isAfter(LocalDate.parse(rule.validTo())));
    }

    private String name(ItemId item) {
        return file.item(item)
                .flatMap(found -> found.text("PER-02"))
                .filter(name -> !name.isBlank())
                .orElseGet(() -> words.of("case.unnamed"));
    }

    private Optional<String> step(Rule rule) {
        return catalogue.steps().stream()
                .filter(step ->
                        step.fields().contains(rule.leadsTo()) || step.more().contains(rule.leadsTo()))
                .map(Step::id)
                .findFirst();
    }
}
