package org.umbral.clinic.duplicates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.umbral.shared.casefile.PartialDate;

/** Every pair of domain notes §4.8. */
class NamePairsTest {
    private static final String PAIRS = "/org/umbral/clinic/duplicates/name-pairs.csv";

    @ParameterizedTest
    @CsvFileSource(resources = PAIRS, numLinesToSkip = 1)
    void theTablesFiguresAreThoseOfTheLibrary(String one, String other, double measured, String verdict) {
        assertThat(new JaroWinklerSimilarity().apply(one, other)).isCloseTo(measured, within(0.0006));
    }

    @ParameterizedTest
    @CsvFileSource(resources = PAIRS, numLinesToSkip = 1)
    void oneNameInTwoSpellingsIsFound(String one, String other, double measured, String verdict) {
        double likeness = NameLikeness.of(Folded.of(one), Folded.of(other));
        if (verdict.equals("same")) {
            assertThat(likeness).isGreaterThanOrEqualTo(0.92);
        } else {
            assertThat(likeness).isLessThan(1);
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = PAIRS, numLinesToSkip = 1)
    void aNameNeverSuffices(String one, String other, double measured, String verdict) {
        Person a = Person.of("case-1", "p", List.of(one + " FICTICIO"), List.of());
        Person b = Person.of("case-2", "p", List.of(other + " FICTICIO"), List.of());
        assertThat(Duplicates.compare(a, b)).isEmpty();
        assertThat(Duplicates.compare(born(a, 1980), born(b, 1990))).isEmpty();
    }

    private static Person born(Person person, int year) {
        return Person.of(person.caseId(), person.id(), person.names(), List.of(PartialDate.ofYear(year)));
    }

    @ParameterizedTest
    @CsvSource({
        "José de la Cruz, CRUZ José",
        "María-José O’Brien, Maria Jose OBrien",
        "Ñuñez, NUÑEZ",
        "فاطمه, Fatemeh",
        "Ахмед, АХМЕД",
    })
    void caseMarksOrderAndParticlesDoNotMatter(String one, String other) {
        assertThat(NameLikeness.of(Folded.of(one), Folded.of(other))).isEqualTo(1);
    }

    @Test
    void aSingleNameIsComparedWithEveryWordAndSaysLess() {
        assertThat(NameLikeness.of(Folded.of("Zalmay"), Folded.of("Ahmad Zalmai Fictional")))
                .isEqualTo(0.90);
        assertThat(NameLikeness.of(Folded.of("Zalmay"), Folded.of("Zalmai"))).isEqualTo(1);
    }

    @Test
    void aVeryLongNameIsComparedAtOnce() {
        Folded name = Folded.of("Ana ".repeat(500));
        assertThat(NameLikeness.of(name, name)).isEqualTo(1);
    }
}
