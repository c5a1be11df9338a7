package org.umbral.phone.screen.intake;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.umbral.phone.screen.protocol.Protocols;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.Item;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.catalogue.Catalogue;
import org.umbral.shared.catalogue.Conditions;
import org.umbral.shared.catalogue.Readiness;
import org.umbral.shared.catalogue.Step;

/**
 * A case at one moment, with what follows from it: which steps are shown, and how much is missing in each. Made away
 * from the UI thread. Immutable.
 *
 * @param missing how many gaps lead to a step, by its id; a step without gaps is not in it
 * @param answered the steps in which something was said
 */
record CaseView(
        CaseFile file, Conditions conditions, List<Step> steps, Map<String, Integer> missing, Set<String> answered) {
    CaseView {
        steps = List.copyOf(steps);
        missing = Map.copyOf(missing);
        answered = Set.copyOf(answered);
    }

    static CaseView of(Catalogue catalogue, CaseFile file, LocalDate today) {
        Conditions conditions = new Conditions(catalogue, file, today);
        List<Step> steps = catalogue.steps().stream()
                .filter(step -> step.when() == null || conditions.hold(step.when(), ItemId.CASE))
                .filter(new Protocols(catalogue, file, today)::asks)
                .toList();
        Map<String, Integer> missing = new LinkedHashMap<>();
        for (Readiness.Gap gap : Readiness.of(catalogue, file, today).gaps()) {
            steps.stream()
                    .filter(step -> asks(step, gap.field().text()))
                    .findFirst()
                    .ifPresent(step -> missing.merge(step.id(), 1, Integer::sum));
        }
        return new CaseView(file, conditions, steps, missing, answered(steps, file));
    }

    private static Set<String> answered(List<Step> steps, CaseFile file) {
        Set<String> fields = file.items().values().stream()
                .filter(item -> item.state() != Item.State.REMOVED)
                .flatMap(item -> item.answers().keySet().stream())
                .map(FieldId::text)
                .filter(field -> !field.equals("CAS-08"))
                .collect(Collectors.toSet());
        return steps.stream()
                .filter(step -> fields.stream().anyMatch(field -> asks(step, field)))
                .map(Step::id)
                .collect(Collectors.toSet());
    }

    /** Whether a step, its "more" or one of its sections asks for a field. */
    static boolean asks(Step step, String field) {
        return step.fields().contains(field)
                || step.more().contains(field)
                || step.sections().stream()
                        .anyMatch(section -> section.fields().contains(field)
                                || section.more().contains(field));
    }

    int missing(String step) {
        return missing.getOrDefault(step, 0);
    }

    int allMissing() {
        return missing.values().stream().mapToInt(Integer::intValue).sum();
    }
}
