package org.umbral.clinic.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.umbral.clinic.rules.Checklist.State;
import org.umbral.shared.casefile.Audience;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.PartialDate;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.catalogue.Catalogue;
import org.umbral.shared.catalogue.Field;
import org.umbral.shared.catalogue.Readiness;
import org.umbral.shared.catalogue.Rule;
import org.umbral.testing.Catalogues;
import org.umbral.testing.RandomTold;
import org.umbral.testing.ToldCase;
import org.umbral.testing.WholeCatalogue;

class ChecklistTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final long SEED = 20_261_122L;
    private static final int CASES = 300;

    private final Catalogue whole = WholeCatalogue.read();

    private record Gap(String rule, ItemId item) {}

    @Test
    void bySituationItListsForEverybodyWhatThePhoneLists() {
        Catalogue phone = Catalogues.shipped();
        RandomTold random = new RandomTold(phone, new Random(SEED));
        for (int i = 0; i < CASES; i++) {
            CaseFile file = random.next().fold();
            for (Checklist list : List.of(attorneys(file), paralegals(file))) {
                assertThat(open(list, Rule::onPhone))
                        .as("seed " + SEED + " case " + i)
                        .isEqualTo(phones(phone, file));
            }
        }
    }

    @Test
    void byTheAuthorityOfTheSituationThatAuthoritysLinesAreThePhonesToo() {
        Catalogue phone = Catalogues.shipped();
        RandomTold random = new RandomTold(phone, new Random(SEED));
        for (int i = 0; i < CASES; i++) {
            boolean held = i % 2 == 0;
            CaseFile file = random.next()
                    .with("case", "CAS-03", held ? "DETAINED_ICE" : "AT_PORT_OR_BORDER_OUTSIDE_US")
                    .with("case", "CAS-04", held ? "ICE" : "CBP")
                    .fold();
            Checklist list = attorneys(file);
            assertThat(list.authority()).contains(held ? "ICE" : "CBP");
            assertThat(open(list, Rule::onPhone))
                    .as("seed " + SEED + " case " + i)
                    .isEqualTo(phones(phone, file));
            assertThat(paralegals(file).authority()).isEmpty();
        }
    }

    @Test
    void anAuthorityThatAnAttorneyChoseIsAskedInAnySituation() {
        ToldCase told = new ToldCase().with("case", "CAS-03", "UNKNOWN").with("ana", "PER-02", "Ana Ficticia");
        assertThat(find(attorneys(told.fold()), "ICE-12")).isEmpty();
        Checklist list = attorneys(told.with("case", "CAS-04", "ICE").fold());
        assertThat(find(list, "ICE-12")).contains(State.MISSING);
        assertThat(find(list, "CBP-01")).isEmpty();
        assertThat(find(attorneys(told.with("case", "CAS-04", "NONE_YET").fold()), "ICE-12"))
                .isEmpty();
    }

    @Test
    void eachStateIsSaid() {
        ToldCase told = new ToldCase()
                .with("case", "CAS-03", "DETAINED_ICE")
                .with("berta", "SPO-03", "Berta Ficticia")
                .with("berta", "SPO-08", "GIVEN")
                .with("berta", "SPO-18", "CONFIRMED")
                .with("pay", "EVD-02", "PAY_STUB")
                .with("pay", "EVD-05", PartialDate.of(TODAY.minusDays(121)));
        Checklist list = attorneys(told.fold());
        assertThat(find(list, "ICE-08")).contains(State.STALE);
        assertThat(find(list, "ICE-07")).contains(State.MISSING);
        assertThat(find(list, "ICE-11")).contains(State.NEEDS_REVIEW);
        assertThat(find(list, "ICE-04")).contains(State.PRESENT);
        assertThat(find(list, "ICE-12A"))
                .as("not asked without a positive result")
                .isEmpty();
        told.with("pay", "EVD-05", PartialDate.of(TODAY.minusDays(120)));
        assertThat(find(attorneys(told.fold()), "ICE-08")).contains(State.PRESENT);
    }

    @Test
    void aLocatorThatWasAskedMoreThanThreeDaysAgoIsStale() {
        ToldCase told = new ToldCase()
                .with("case", "CAS-03", "DETAINED_ICE")
                .with("asked", "DET-07", Value.text("2026-11-18T09:00:00Z"));
        assertThat(find(attorneys(told.fold()), "ICE-02A")).contains(State.PRESENT);
        told.with("asked", "DET-07", Value.text("2026-11-17T23:00:00Z"));
        assertThat(find(attorneys(told.fold()), "ICE-02A")).contains(State.STALE);
    }

    @Test
    void aWaiverIsOnThisVersionAndThisItemAndALookSettlesOnlyWhatNeedsOne() {
        ToldCase told = new ToldCase().with("case", "CAS-03", "DETAINED_ICE");
        ruling(told, "one", "RUL", "ICE-12", 1, "WAIVED");
        ruling(told, "two", "RUA", "ICE-11", 1, "LOOKED");
        ruling(told, "three", "RUL", "ICE-02A", 2, "WAIVED");
        ruling(told, "four", "RUL", "ICE-14", 1, "TAKEN_BACK");
        ruling(told, "five", "RUL", "ALL-16", 1, "LOOKED");
        Checklist list = attorneys(told.fold());
        assertThat(find(list, "ICE-12")).contains(State.WAIVED);
        assertThat(find(list, "ICE-11")).contains(State.PRESENT);
        assertThat(find(list, "ICE-02A")).contains(State.MISSING);
        assertThat(find(list, "ICE-14")).contains(State.NEEDS_REVIEW);
        assertThat(find(list, "ALL-16")).contains(State.MISSING);
    }

    @Test
    void aParalegalGetsNoLineThatReadsWhatOnlyAttorneysRead() {
        CaseFile file = new ToldCase().with("case", "CAS-03", "DETAINED_ICE").fold();
        Set<String> closed = whole.rules().stream()
                .filter(rule -> RuleFields.isClosed(whole, rule))
                .map(Rule::id)
                .collect(Collectors.toSet());
        assertThat(closed).contains("ALL-07", "ALL-09", "ALL-10", "ALL-17", "ICE-11", "CBP-08", "CBP-09");
        assertThat(paralegals(file).lines())
                .noneMatch(line -> closed.contains(line.rule().id()));
        assertThat(attorneys(file).lines())
                .anyMatch(line -> closed.contains(line.rule().id()));
    }

    private static void ruling(ToldCase told, String item, String prefix, String rule, int version, String word) {
        told.with(item, prefix + "-01", rule)
                .with(item, prefix + "-02", Value.number(version))
                .with(item, prefix + "-03", "")
                .with(item, prefix + "-04", word)
                .with(item, prefix + "-05", "because");
    }

    private Checklist attorneys(CaseFile file) {
        return Checklist.of(whole, file, TODAY, field -> true);
    }

    private Checklist paralegals(CaseFile file) {
        return Checklist.of(whole, file, TODAY, ChecklistTest::forStaff);
    }

    private static boolean forStaff(Field field) {
        return field.readBy().compareTo(Audience.STAFF) <= 0;
    }

    private static Optional<State> find(Checklist list, String rule) {
        return list.lines().stream()
                .filter(line -> line.rule().id().equals(rule))
                .map(Checklist.Line::state)
                .findFirst();
    }

    private static Set<Gap> open(Checklist list, java.util.function.Predicate<Rule> which) {
        Set<String> ids = Catalogues.shipped().rules().stream()
                .filter(which)
                .map(Rule::id)
                .collect(Collectors.toCollection(HashSet::new));
        return list.lines().stream()
                .filter(line -> line.state() != State.PRESENT
                        && ids.contains(line.rule().id()))
                .map(line -> new Gap(line.rule().id(), line.gap().item()))
                .collect(Collectors.toSet());
    }

    private static Set<Gap> phones(Catalogue phone, CaseFile file) {
        return Readiness.of(phone, file, TODAY).gaps().stream()
                .map(gap -> new Gap(gap.rule().id(), gap.item()))
                .collect(Collectors.toSet());
    }
}
