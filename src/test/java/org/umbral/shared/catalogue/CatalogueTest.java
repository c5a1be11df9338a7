package org.umbral.shared.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.umbral.shared.GiveUp;
import org.umbral.shared.casefile.Audience;
import org.umbral.shared.casefile.Author;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.casefile.EntryId;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.PartialDate;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.casefile.Write;
import org.umbral.shared.secret.SigningKey;
import org.umbral.testing.Catalogues;
import org.umbral.testing.Seeds;

class CatalogueTest {
    private final Catalogue catalogue = Catalogues.shipped();

    @Test
    void itHoldsTheFieldsOfTheFirstLine() {
        assertThat(catalogue.fields().stream().map(Field::id))
                .contains(
                        "CAP-06", "CAP-08", "CAP-09", "CAP-11", "CAP-12", "CAP-14", "CAP-16", "CON-01", "CON-02",
                        "CON-03", "CON-04", "CON-05", "CON-06", "CAS-02", "CAS-03", "CAS-06", "CAS-07", "CAS-08",
                        "PER-02", "PER-04", "PER-05", "PER-06", "PER-11", "PER-16", "PER-18", "PER-21", "PER-26",
                        "PER-28", "GRD-01", "GRD-03", "GRD-04", "SPO-02", "SPO-03", "SPO-04", "SPO-05", "SPO-08",
                        "EVD-02", "EVD-03", "EVD-08", "EVD-09", "PAG-01", "PAG-02");
    }

    @Test
    void noFieldOfThePhoneIsForAttorneysOnly() {
        assertThat(catalogue.fields()).noneMatch(field -> field.readBy() == Audience.ATTORNEY);
        assertThat(catalogue.fields()).noneMatch(field -> field.sensitivity().equals("S4"));
    }

    @Test
    void theWorkerSeesAtMostTwelveShortScreens() {
        assertThat(catalogue.steps()).allMatch(step -> step.fields().size() <= 6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void everyFieldChoiceStepAndGapHasItsWords(String language) {
        ResourceBundle words = words(language);
        List<String> missing = new ArrayList<>();
        for (Field field : catalogue.fields()) {
            need(words, missing, "field." + field.id());
            field.choices().forEach(choice -> need(words, missing, "choice." + field.id() + "." + choice));
        }
        catalogue.groups().forEach(group -> need(words, missing, "group." + group.id()));
        catalogue.steps().forEach(step -> need(words, missing, "step." + step.id()));
        catalogue.rules().forEach(rule -> need(words, missing, "gap." + rule.id()));
        assertThat(missing).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void aGapIsAPlainFactThatNamesNoAuthority(String language) {
        ResourceBundle words = words(language);
        for (Rule rule : catalogue.rules()) {
            String text = words.getString("gap." + rule.id());
            String said = rule.forEach() == null ? text : MessageFormat.format(text, "Ana", "2");
            assertThat(said).doesNotContain("{", "}", "''").doesNotContainPattern("ICE|CBP|USCIS|I-131|!|\\bmust\\b");
            assertThat(said.length()).as(rule.id()).isLessThanOrEqualTo(90);
            assertThat(said.contains("Ana")).as(rule.id()).isEqualTo(text.contains("{0}"));
            assertThat(rule.forEach() == null).as(rule.id()).isEqualTo(!text.contains("{"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void labelsAndChoicesAreShortEnoughForASmallScreen(String language) {
        ResourceBundle words = words(language);
        for (Field field : catalogue.fields()) {
            assertThat(words.getString("field." + field.id()).length())
                    .as(field.id())
                    .isLessThanOrEqualTo(60);
            field.choices()
                    .forEach(code -> assertThat(words.getString("choice." + field.id() + "." + code)
                                    .length())
                            .as(field.id() + " " + code)
                            .isLessThanOrEqualTo(44));
        }
    }

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(new TreeSet<>(words("es").keySet()))
                .isEqualTo(new TreeSet<>(words("en").keySet()));
    }

    @Test
    void aFileThatDoesNotFitTogetherIsRefused() {
        String json = "{\"format\":1,\"version\":\"x\",\"groups\":[],\"fields\":[],"
                + "\"steps\":[{\"id\":\"a\",\"group\":\"g\",\"fields\":[\"PER-02\"]}],\"rules\":[]}";
        assertThatThrownBy(() -> Catalogue.read(json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(GiveUp.class);
    }

    @Test
    void aPartWithoutWhatNamesItIsRefused() {
        String json = "{\"format\":1,\"version\":\"x\",\"groups\":[{\"several\":false}],\"fields\":[{\"id\":\"A-01\","
                + "\"group\":\"a\",\"type\":\"TEXT\",\"audience\":\"phone\"}],\"steps\":[],\"rules\":[]}";
        assertThatThrownBy(() -> Catalogue.read(json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(GiveUp.class);
    }

    @Test
    void conditionsLookAtTheItemFirstAndThenAtTheCase() {
        ItemId person = ItemId.random(Seeds.repeatable(1));
        CaseFile file = fileWith(
                write("PER-02", person, Value.text("Zalmai")), write("CAS-03", ItemId.CASE, Value.text("HELD_CBP")));
        Conditions conditions = new Conditions(catalogue, file, LocalDate.of(2026, 11, 21));
        assertThat(conditions.hold(Condition.has("PER-02"), person)).isTrue();
        assertThat(conditions.hold(Condition.has("PER-05"), person)).isFalse();
        Condition held = Condition.isOneOf("CAS-03", "HELD_CBP", "DETAINED_ICE");
        assertThat(conditions.hold(held, person)).isTrue();
        assertThat(conditions.hold(Condition.not(held), person)).isFalse();
        assertThat(conditions.hold(Condition.all(List.of(held, Condition.has("PER-05"))), person))
                .isFalse();
        assertThat(conditions.hold(Condition.any(List.of(held, Condition.has("PER-05"))), person))
                .isTrue();
    }

    @Test
    void whoeverMayBeAChildByOneOfTwoBirthDatesIsOne() {
        ItemId person = ItemId.random(Seeds.repeatable(1));
        Value child = PartialDate.ofYear(2015).toValue();
        Value grownUp = PartialDate.ofYear(1990).toValue();
        for (List<Value> births : List.of(List.of(child, grownUp), List.of(grownUp, child))) {
            CaseFile file = fileWith(write("PER-11", person, births.get(0)), write("PER-11", person, births.get(1)));
            Conditions conditions = new Conditions(catalogue, file, LocalDate.of(2026, 11, 21));
            assertThat(conditions.hold(Condition.age(new Condition.Age(18, null)), person))
                    .isTrue();
        }
    }

    @Test
    void countsAndDatesAreConditionsToo() {
        ItemId person = ItemId.random(Seeds.repeatable(1));
        CaseFile file = fileWith(
                write("PER-02", person, Value.text("Ana")),
                write(
                        "GRD-04",
                        ItemId.CASE,
                        PartialDate.of(LocalDate.of(2026, 11, 1)).toValue()));
        Conditions conditions = new Conditions(catalogue, file, LocalDate.of(2026, 11, 21));
        assertThat(conditions.hold(count("person", 1), ItemId.CASE)).isTrue();
        assertThat(conditions.hold(count("person", 2), ItemId.CASE)).isFalse();
        assertThat(conditions.hold(fresh(30), ItemId.CASE)).isTrue();
        assertThat(conditions.hold(fresh(10), ItemId.CASE)).isFalse();
    }

    private static Condition count(String group, int atLeast) {
        return Condition.count(new Condition.Count(group, atLeast, null, null));
    }

    private static Condition fresh(int days) {
        return Condition.fresh("GRD-04", days);
    }

    private static Write write(String field, ItemId item, Value value) {
        return new Write(new FieldId(field), item, value, new TreeSet<>());
    }

    private static CaseFile fileWith(Write... writes) {
        var random = Seeds.repeatable(9);
        CaseId id = CaseId.random(random);
        return CaseFile.fold(
                id,
                List.of(new Entry(
                        EntryId.random(random),
                        "clinic",
                        id,
                        "x",
                        Audience.PHONE,
                        new Author("p", "d", SigningKey.generate(random).verifyingKey()),
                        1,
                        null,
                        null,
                        OffsetDateTime.parse("2026-11-21T10:00:00Z"),
                        HowKnown.FACE_TO_FACE,
                        List.of(writes))));
    }

    private static void need(ResourceBundle words, List<String> missing, String key) {
        if (!words.containsKey(key) || words.getString(key).isBlank()) {
            missing.add(key);
        }
    }

    private static ResourceBundle words(String language) {
        return ResourceBundle.getBundle("org.umbral.shared.catalogue.words", Locale.forLanguageTag(language));
    }
}
