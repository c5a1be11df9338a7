package org.umbral.clinic.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.clinic.store.AuditRows;
import org.umbral.shared.Failure;
import org.umbral.shared.catalogue.Catalogue;
import org.umbral.shared.catalogue.Rule;
import org.umbral.testing.Roles;
import org.umbral.testing.StaffedClinic;
import org.umbral.testing.WholeCatalogue;

class RuleBookTest {
    private static final String RULE = "ICE-07";

    @TempDir
    Path folder;

    private StaffedClinic clinic;
    private StaffSession attorney;
    private Catalogue catalogue;
    private RuleBook book;

    @BeforeEach
    void open() throws Failure {
        clinic = new StaffedClinic(folder);
        attorney = clinic.session();
        catalogue = WholeCatalogue.read();
        book = bookOf(catalogue);
    }

    @AfterEach
    void close() {
        attorney.close();
        clinic.close();
    }

    @Test
    void nothingIsConfirmedInANewClinic() throws Failure {
        assertThat(book.confirmed(attorney)).isEmpty();
        assertThat(book.all(attorney)).hasSameSizeAs(catalogue.rules());
    }

    @Test
    void anAttorneyStandsForOneLineWithNameAndDateAndTakesItBack() throws Failure {
        book.confirm(attorney, RULE, 1);
        assertThat(book.confirmed(attorney)).containsExactly(RULE);
        assertThat(standing(book).confirmed())
                .contains(new RuleBook.Confirmed(StaffedClinic.STAFF, clinic.clock.instant()));
        assertThat(book.confirmed(Roles.paralegal(attorney))).containsExactly(RULE);
        book.takeBack(attorney, RULE);
        assertThat(book.confirmed(attorney)).isEmpty();
        assertThat(actions()).endsWith("RULE_CONFIRMED ICE-07 v1", "RULE_TAKEN_BACK ICE-07 v1");
        assertThat(clinic.audit.verify()).isZero();
    }

    @Test
    void whoIsNoAttorneyConfirmsAndTakesBackNothing() throws Failure {
        book.confirm(attorney, RULE, 1);
        StaffSession paralegal = Roles.paralegal(attorney);
        assertThatThrownBy(() -> book.confirm(paralegal, "ICE-08", 1)).hasMessageContaining("not-your-role");
        assertThatThrownBy(() -> book.takeBack(paralegal, RULE)).hasMessageContaining("not-your-role");
        assertThatThrownBy(() -> book.all(Roles.coordinator(attorney))).hasMessageContaining("not-your-role");
        assertThat(book.confirmed(attorney)).containsExactly(RULE);
    }

    @Test
    void aNewVersionOrAnyOtherChangeNeedsANewConfirmation() throws Failure {
        book.confirm(attorney, RULE, 1);
        for (Rule changed : List.of(with(2, "S"), with(1, "M"))) {
            RuleBook later = bookOf(changedTo(changed));
            assertThat(later.confirmed(attorney)).isEmpty();
            assertThat(standing(later).changed()).isTrue();
        }
        RuleBook later = bookOf(changedTo(with(2, "S")));
        assertThatThrownBy(() -> later.confirm(attorney, RULE, 1)).hasMessageContaining("rule-changed");
        later.confirm(attorney, RULE, 2);
        assertThat(later.confirmed(attorney)).containsExactly(RULE);
        assertThat(book.confirmed(attorney)).isEmpty();
    }

    @Test
    void aRowThatWasChangedOnTheServerDoesNotCount() throws Failure {
        book.confirm(attorney, RULE, 1);
        clinic.store
                .database()
                .transaction(handle -> handle.execute(
                        "update rule_words set rule = 'ICE-08', document = replace(document, 'ICE-07', 'ICE-08')"));
        assertThat(book.confirmed(attorney)).isEmpty();
    }

    @Test
    void aRowMovedToAnotherRuleDoesNotCount() throws Failure {
        book.confirm(attorney, RULE, 1);
        clinic.store.database().transaction(handle -> handle.execute("update rule_words set rule = 'ICE-08'"));
        assertThat(book.confirmed(attorney)).isEmpty();
    }

    @Test
    void theNameIsNotOnTheDisk() throws Exception {
        book.confirm(attorney, RULE, 1);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .doesNotContain(StaffedClinic.STAFF);
            }
        }
    }

    private RuleBook bookOf(Catalogue rules) {
        return Rules.book(clinic.store.database(), rules, clinic.audit, clinic.clock);
    }

    private RuleBook.Standing standing(RuleBook of) throws Failure {
        return of.all(attorney).stream()
                .filter(one -> one.rule().id().equals(RULE))
                .findFirst()
                .orElseThrow();
    }

    private Rule with(int version, String severity) {
        Rule is = catalogue.rules().stream()
                .filter(one -> one.id().equals(RULE))
                .findFirst()
                .orElseThrow();
        return new Rule(
                is.id(),
                version,
                is.validFrom(),
                is.validTo(),
                severity,
                is.onPhone(),
                is.forEach(),
                is.applies(),
                is.holds(),
                is.leadsTo(),
                is.sources(),
                is.review());
    }

    private Catalogue changedTo(Rule changed) {
        List<Rule> rules = catalogue.rules().stream()
                .map(rule -> rule.id().equals(RULE) ? changed : rule)
                .toList();
        return new Catalogue(1, catalogue.version(), catalogue.groups(), catalogue.fields(), catalogue.steps(), rules);
    }

    private List<String> actions() throws Failure {
        return new AuditRows(clinic.store.database())
                .after(0, 100).stream()
                        .map(row -> row.action() + " " + row.object())
                        .toList();
    }
}
