package org.umbral.clinic.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.umbral.shared.casefile.Audience;
import org.umbral.shared.catalogue.Catalogue;
import org.umbral.shared.catalogue.Field;
import org.umbral.shared.catalogue.Rule;
import org.umbral.testing.WholeCatalogue;

/** The clinic's rules against the domain notes, whose rules are transcribed once. */
class RuleDataTest {
    private final Catalogue whole = WholeCatalogue.read();

    @Test
    void everyRuleForAllForIceAndForCbpIsThere() throws Exception {
        Set<String> ours = whole.rules().stream().map(rule -> base(rule.id())).collect(Collectors.toSet());
        Set<String> missing = new TreeSet<>();
        for (String[] row : notes()) {
            boolean asked = row[0].matches("(ALL|ICE|CBP)-.*");
            if (asked && !ours.contains(row[0])) {
                missing.add(row[0]);
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void severitiesAreThoseOfTheNotes() throws Exception {
        Map<String, String> severity = notes().stream().collect(Collectors.toMap(row -> row[0], row -> row[1]));
        assertThat(whole.rules())
                .filteredOn(rule -> severity.containsKey(base(rule.id())))
                .allSatisfy(rule -> assertThat(rule.severity()).as(rule.id()).isEqualTo(severity.get(base(rule.id()))));
    }

    @Test
    void eachHasADateASourceAndFieldsThatTheCatalogueHolds() {
        assertThat(whole.rules()).allSatisfy(rule -> {
            assertThat(rule.validFrom()).as(rule.id()).matches("\\d{4}-\\d{2}-\\d{2}");
            assertThat(rule.sources()).as(rule.id()).isNotEmpty();
            assertThat(RuleFields.of(rule))
                    .as(rule.id())
                    .allMatch(field -> whole.field(field).isPresent());
        });
        assertThat(whole.rules().stream().map(Rule::id)).doesNotHaveDuplicates();
    }

    @Test
    void whatNobodyEntersIsReadByStaffAndFoundOutBesideTheCase() {
        assertThat(whole.fields().stream()
                        .filter(field -> field.enters().isEmpty())
                        .map(Field::id))
                .containsExactlyInAnyOrder("DUP-01", "PRG-14", "REQ-02B", "REQ-06B");
        assertThat(whole.fields())
                .filteredOn(field -> field.enters().isEmpty())
                .allMatch(field -> field.readBy() == Audience.STAFF);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void eachHasWordsAndItsSourcesHaveTitles(String language) {
        List<ResourceBundle> bundles = List.of(
                bundle("org.umbral.shared.catalogue.words", language),
                bundle("org.umbral.clinic.catalogue.words", language));
        ResourceBundle web = bundle("org.umbral.clinic.web.words", language);
        assertThat(whole.rules()).allSatisfy(rule -> {
            assertThat(bundles).as(rule.id()).anyMatch(words -> words.containsKey("gap." + rule.id()));
            assertThat(rule.sources())
                    .as(rule.id())
                    .allMatch(source -> source.contains(" ") || web.containsKey("rules.source." + source));
        });
    }

    private static ResourceBundle bundle(String name, String language) {
        return ResourceBundle.getBundle(name, java.util.Locale.forLanguageTag(language));
    }

    private static String base(String id) {
        return id.matches(".*[0-9][A-Z]") ? id.substring(0, id.length() - 1) : id;
    }

    private static List<String[]> notes() throws Exception {
        try (InputStream in = RuleDataTest.class.getResourceAsStream("/org/umbral/domain/rules.csv")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(";", -1))
                    .toList();
        }
    }
}
