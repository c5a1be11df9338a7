package org.umbral.shared.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.PartialDate;
import org.umbral.testing.Catalogues;
import org.umbral.testing.ToldCase;

/** Which screens a worker sees, and what is hidden from whom. */
class StepsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private final Catalogue catalogue = Catalogues.shipped();

    @Test
    void theMinimumComesFirst() {
        assertThat(steps(new ToldCase()).subList(0, 4)).containsExactly("consent", "why", "person", "find");
    }

    @Test
    void thereAreAtMostTwelveStepsInEverySituationAndForEveryReason() {
        for (String situation : catalogue.field("CAS-03").orElseThrow().choices()) {
            for (String reason : catalogue.field("GRD-01").orElseThrow().choices()) {
                for (String flag : catalogue.field("CAS-13").orElseThrow().choices()) {
                    ToldCase told = new ToldCase()
                            .with("case", "CAS-03", situation)
                            .several("case", "GRD-01", reason)
                            .several("case", "CAS-13", flag);
                    assertThat(steps(told)).as(situation + " " + reason).hasSizeLessThanOrEqualTo(12);
                }
            }
        }
    }

    @Test
    void aStepShowsAtMostSixFieldsAtOnceAndAFieldAtMostSixFrequentChoices() {
        assertThat(catalogue.steps()).allMatch(step -> step.fields().size() <= 6);
        assertThat(catalogue.steps().stream().flatMap(step -> step.sections().stream()))
                .allMatch(section -> section.fields().size() <= 4);
        assertThat(catalogue.fields())
                .filteredOn(field -> field.choices().size() > 7)
                .allMatch(
                        field -> !field.frequent().isEmpty() && field.frequent().size() <= 6, "shows six first")
                .allMatch(field -> field.choices().containsAll(field.frequent()))
                .allMatch(
                        field -> Set.copyOf(field.choices()).size()
                                == field.choices().size(),
                        "each choice once");
    }

    @Test
    void sectionsOpenBySituation() {
        assertThat(steps(in("DETAINED_ICE"))).contains("custody").doesNotContain("journey", "parole", "health");
        assertThat(steps(in("HELD_CBP"))).contains("custody");
        assertThat(steps(in("IN_ORR_CUSTODY"))).contains("custody");
        assertThat(steps(in("AT_PORT_OR_BORDER_OUTSIDE_US")))
                .contains("journey")
                .doesNotContain("custody");
        assertThat(steps(in("ABROAD_ELSEWHERE"))).contains("journey");
        assertThat(steps(in("IN_US_WITH_PAROLE"))).contains("parole").doesNotContain("custody", "journey");
        assertThat(steps(in("UNKNOWN"))).doesNotContain("custody", "journey", "parole");
    }

    @Test
    void healthIsAskedWhereSomebodyIsSickOrPregnant() {
        assertThat(steps(in("DETAINED_ICE").several("case", "GRD-01", "NEEDS_HOSPITAL")))
                .contains("health");
        assertThat(steps(in("DETAINED_ICE").several("case", "CAS-13", "PREGNANT")))
                .contains("health");
        assertThat(steps(in("DETAINED_ICE").several("case", "GRD-01", "FUNERAL")))
                .doesNotContain("health");
    }

    @Test
    void aSponsorsAddressAndStatusOpenWithTheirOwnConsent() {
        ToldCase told = new ToldCase().with("berta", "SPO-03", "Berta Ficticio");
        assertThat(shown(told, "SPO-06", "berta")).isFalse();
        told.with("berta", "SPO-08", "REFUSED");
        assertThat(shown(told, "SPO-07", "berta")).isFalse();
        told.with("berta", "SPO-08", "GIVEN").with("otro", "SPO-03", "Otro Ficticio");
        assertThat(shown(told, "SPO-06", "berta")).isTrue();
        assertThat(shown(told, "SPO-07", "berta")).isTrue();
        assertThat(shown(told, "SPO-06", "otro")).isFalse();
    }

    @Test
    void safetyIsAskedOnlyWhereNobodyElseHears() {
        List<String> safety = List.of("BOR-03", "DET-18", "SAF-01", "CAS-12", "CAS-13A", "PER-15");
        ToldCase told = new ToldCase().with("ana", "PER-02", "Ana Ficticio");
        assertThat(safety).noneMatch(field -> shown(told, field, "ana"));
        told.with("case", "CAP-14", "NO");
        assertThat(safety).noneMatch(field -> shown(told, field, "ana"));
        told.with("case", "CAP-14", "YES");
        assertThat(safety).allMatch(field -> shown(told, field, "ana"));
        told.several("case", "CAP-15", "OTHER_ADULT", "OFFICER");
        assertThat(safety).noneMatch(field -> shown(told, field, "ana"));
    }

    @Test
    void beforeAnOfficerOnlyFactsAreAsked() {
        ToldCase told = new ToldCase().with("case", "CAP-14", "YES");
        assertThat(shown(told, "GRD-03", "case")).isTrue();
        assertThat(shown(told, "NOT-01", "case")).isTrue();
        told.several("case", "CAP-15", "OFFICER");
        assertThat(shown(told, "GRD-03", "case")).isFalse();
        assertThat(shown(told, "NOT-01", "case")).isFalse();
        assertThat(shown(told, "PER-02", "case")).isTrue();
    }

    @Test
    void whoeverMayBeAChildIsAskedForWithWhomTheyAre() {
        ToldCase told = new ToldCase().with("ana", "PER-11", PartialDate.ofYear(1985));
        assertThat(shown(told, "FAM-06", "ana")).isFalse();
        told.with("ana", "PER-11", PartialDate.ofYear(2008));
        assertThat(shown(told, "FAM-06", "ana")).isTrue();
        told.without("ana", "PER-11").with("ana", "PER-12", org.umbral.shared.casefile.Value.number(17));
        assertThat(shown(told, "FAM-06", "ana")).isTrue();
        told.with("ana", "PER-12", org.umbral.shared.casefile.Value.number(18));
        assertThat(shown(told, "FAM-06", "ana")).isFalse();
        told.without("ana", "PER-12").with("ana", "CAS-08", "CHILD");
        assertThat(shown(told, "FAM-06", "ana")).isTrue();
    }

    private static ToldCase in(String situation) {
        return new ToldCase().with("case", "CAS-03", situation);
    }

    private List<String> steps(ToldCase told) {
        Conditions conditions = new Conditions(catalogue, told.fold(), TODAY);
        return catalogue.steps().stream()
                .filter(step -> step.when() == null || conditions.hold(step.when(), ItemId.CASE))
                .map(Step::id)
                .toList();
    }

    private boolean shown(ToldCase told, String id, String item) {
        Field field = catalogue.field(id).orElseThrow();
        return field.when() == null
                || new Conditions(catalogue, told.fold(), TODAY).hold(field.when(), told.item(item));
    }
}
