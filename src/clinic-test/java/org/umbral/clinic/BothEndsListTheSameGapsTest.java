package org.umbral.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.catalogue.Catalogue;
import org.umbral.shared.catalogue.Readiness;
import org.umbral.shared.catalogue.Rule;
import org.umbral.testing.Catalogues;
import org.umbral.testing.RandomTold;
import org.umbral.testing.ToldCase;

/** The phone and the clinic find the same missing for the same entries (design §7). */
class BothEndsListTheSameGapsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final int CASES = 600;
    private static final long SEED = 20_261_121L;

    private record Line(String rule, ItemId item, String field, List<Readiness.Named> left) {}

    @Test
    void forAnyCaseThePhoneHoldsTheClinicListsTheSame() {
        Catalogue phone = Catalogues.shipped();
        Catalogue clinic = ClinicCatalogue.load().whole();
        RandomTold random = new RandomTold(phone, new Random(SEED));
        Set<String> seen = new TreeSet<>();
        for (int i = 0; i < CASES; i++) {
            CaseFile told = inTurn(phone, random.next(), i).fold();
            List<Line> there = lines(phone, told);
            assertThat(lines(clinic, told)).as("seed " + SEED + " case " + i).isEqualTo(there);
            there.forEach(line -> seen.add(line.rule()));
        }
        assertThat(seen)
                .as("every rule was broken by some case, seed " + SEED)
                .containsAll(phone.rules().stream().map(Rule::id).toList());
    }

    @Test
    void whatAttorneysWriteChangesNoLineOfTheirs() {
        Catalogue phone = Catalogues.shipped();
        ClinicCatalogue both = ClinicCatalogue.load();
        Random random = new Random(SEED);
        for (int i = 0; i < CASES; i++) {
            ToldCase told = new RandomTold(phone, random).next();
            Entry entry = told.entry();
            List<Line> before = lines(both.whole(), CaseFile.fold(entry.caseId(), List.of(entry)));
            told.with("case", "CAS-04", "CBP")
                    .with("case", "CAS-11", "CLEAR")
                    .several("case", "GRD-02", "G1_MEDICAL_TREATMENT");
            assertThat(lines(both.whole(), told.fold()))
                    .as("seed " + SEED + " case " + i)
                    .isEqualTo(before);
        }
    }

    /** Every situation and reason comes up, none of them too, with and without a child of whom nothing more is known. */
    private static ToldCase inTurn(Catalogue catalogue, ToldCase told, int turn) {
        if (turn % 10 == 9) {
            return told.without("case", "CAS-03").without("case", "GRD-01");
        }
        List<String> situations = catalogue.field("CAS-03").orElseThrow().choices();
        List<String> reasons = catalogue.field("GRD-01").orElseThrow().choices();
        told.with("case", "CAS-03", situations.get(turn % situations.size()))
                .several("case", "GRD-01", reasons.get(turn % reasons.size()));
        return turn % 2 == 0 ? told : told.with("another child", "CAS-08", "CHILD");
    }

    private static List<Line> lines(Catalogue catalogue, CaseFile file) {
        return Readiness.of(catalogue, file, TODAY).gaps().stream()
                .map(gap -> new Line(gap.rule().id(), gap.item(), gap.field().text(), gap.left()))
                .toList();
    }
}
