package org.umbral.shared.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.umbral.testing.Catalogues;

/** The catalogue against the data dictionary and the rules of the domain notes, each transcribed once. */
class DictionaryTest {
    /** What a volunteer may enter by the notes and what stands for it instead of a field. */
    private static final Map<String, String> WITHOUT_A_FIELD = Map.of(
            "PER-10", "the name on each paper is DOC-05",
            "DET-01", "the list of episodes is the items of the group custody",
            "SPO-12", "volunteers attach a photo only: evidence that shows SPONSOR_INCOME");

    /** What a volunteer enters, and where, if no step of the catalogue asks for it. */
    private static final Map<String, String> ASKED_ELSEWHERE = Map.of(
            "CAP-16", "the button that stops, on every step",
            "PAG-02", "the photo itself",
            "PAG-05", "the button that turns a photo",
            "PER-21A", "the second box of the A-Number",
            "QST-02", "a question of the clinic");

    /** Rules that a volunteer may see by the notes and that the phone cannot ask. */
    private static final Map<String, String> RULES_OF_THE_CLINIC =
            Map.of("USC-08", "no field of a volunteer says who petitions; that is the clinic's choice");

    /** Rules on the phone that the notes' table does not mark, and why they stand there. */
    private static final Map<String, String> MORE_RULES = Map.of(
            "CBP-12", "scenario SC-01 lists the destination address on the phone",
            "MIN", "what the notes ask for before sending",
            "CON", "a draft or short notice has to be repeated");

    private final Catalogue catalogue = Catalogues.shipped();

    private record Row(String id, String who, String onlyWith, String sensitivity, String required) {
        boolean isVolunteers() {
            return (who + onlyWith).contains("V") || (who + onlyWith).contains("O");
        }

        /** Field ids have three letters, the notes' id of a note has four. */
        String field() {
            return id.replace("NOTE", "NOT");
        }
    }

    @Test
    void everyFieldThatAVolunteerMayEnterIsInTheCatalogue() {
        List<String> missing = rows().stream()
                .filter(Row::isVolunteers)
                .map(Row::field)
                .filter(id -> !WITHOUT_A_FIELD.containsKey(id))
                .filter(id -> catalogue.field(id).isEmpty())
                .toList();
        assertThat(missing).isEmpty();
        assertThat(WITHOUT_A_FIELD.keySet())
                .allSatisfy(id -> assertThat(catalogue.field(id)).isEmpty());
    }

    @Test
    void everyFieldThatAVolunteerMayEnterIsAskedOnSomeStep() {
        List<String> hidden = catalogue.fields().stream()
                .filter(field -> field.enters().contains("V") || field.enters().contains("O"))
                .map(Field::id)
                .filter(id -> catalogue.stepOf(id).isEmpty() && !ASKED_ELSEWHERE.containsKey(id))
                .toList();
        assertThat(hidden).isEmpty();
    }

    @Test
    void noFieldIsAskedTwiceOnAStep() {
        for (Step step : catalogue.steps()) {
            List<String> asked = Stream.concat(
                            Stream.concat(step.fields().stream(), step.more().stream()),
                            step.sections().stream()
                                    .flatMap(section ->
                                            Stream.concat(section.fields().stream(), section.more().stream())))
                    .toList();
            assertThat(asked).as(step.id()).doesNotHaveDuplicates();
        }
    }

    @Test
    void everyFieldBelongsToOneOfTheNotes() {
        Set<String> known = rows().stream().map(Row::field).collect(Collectors.toSet());
        List<String> unknown = catalogue.fields().stream()
                .map(Field::id)
                .filter(id -> !id.startsWith("QST"))
                .filter(id -> !known.contains(base(id)))
                .toList();
        assertThat(unknown).isEmpty();
    }

    @Test
    void whoEntersAFieldAndHowSensitiveItIsStandsAsInTheNotes() {
        Map<String, Row> byField = new LinkedHashMap<>();
        rows().forEach(row -> byField.put(row.field(), row));
        List<String> different = new ArrayList<>();
        for (Field field : catalogue.fields()) {
            Row row = byField.get(base(field.id()));
            if (row == null) {
                continue;
            }
            if (!field.sensitivity().equals(row.sensitivity())) {
                different.add(field.id() + " sensitivity " + row.sensitivity());
            }
            if (!field.enters().stream().allMatch(one -> (row.who() + row.onlyWith() + "S").contains(one))) {
                different.add(field.id() + " enters " + row.who() + row.onlyWith());
            }
            boolean whole = field.id().equals(base(field.id()));
            if (whole && !field.required().equals(row.required())) {
                different.add(field.id() + " required " + row.required());
            }
            if (whole && row.isVolunteers() && !mayEnter(field, row)) {
                different.add(field.id() + " must let enter " + row.who() + row.onlyWith());
            }
        }
        assertThat(different).isEmpty();
    }

    private static boolean mayEnter(Field field, Row row) {
        return Stream.of("V", "O", "K")
                .filter(one -> (row.who() + row.onlyWith()).contains(one))
                .allMatch(field.enters()::contains);
    }

    @Test
    void whatAVolunteerMayNotEnterIsNotOnThePhone() {
        Set<String> closed = rows().stream()
                .filter(row -> !row.isVolunteers() && !row.who().contains("S"))
                .map(Row::field)
                .collect(Collectors.toSet());
        assertThat(catalogue.fields()).noneMatch(field -> closed.contains(base(field.id())));
        // Staff write a sponsor's status too; what they wrote never comes to a phone.
        assertThat(catalogue.fields())
                .allMatch(field -> field.audience().equals(field.id().equals("SPO-07") ? "sponsor" : "phone"));
        assertThat(catalogue.fields())
                .allMatch(field -> Stream.of("V", "O", "S").anyMatch(field.enters()::contains));
    }

    @Test
    void everyRuleThatAVolunteerMaySeeIsInTheCatalogue() {
        List<String> missing = new ArrayList<>();
        for (String[] rule : lines("rules.csv")) {
            boolean ours = catalogue.rules().stream()
                    .anyMatch(one ->
                            base(one.id()).equals(rule[0]) && one.severity().equals(rule[1]) && one.onPhone());
            boolean wanted = rule.length > 2 && rule[2].equals("●") && !RULES_OF_THE_CLINIC.containsKey(rule[0]);
            if (wanted != ours && !MORE_RULES.containsKey(rule[0])) {
                missing.add(rule[0]);
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void noOtherRuleIsOnThePhone() {
        Set<String> known = lines("rules.csv").stream().map(rule -> rule[0]).collect(Collectors.toSet());
        assertThat(catalogue.rules())
                .allMatch(rule -> known.contains(base(rule.id()))
                        || MORE_RULES.containsKey(rule.id().substring(0, 3)));
        assertThat(catalogue.rules().stream().map(Rule::id)).doesNotHaveDuplicates();
        assertThat(catalogue.rules()).allMatch(rule -> !rule.sources().isEmpty() && rule.onPhone());
    }

    @Test
    void conditionsNameOnlyWhatTheCatalogueHolds() {
        List<String> unknown = new ArrayList<>();
        new Named(catalogue, unknown).everywhere();
        assertThat(unknown).isEmpty();
    }

    private static String base(String id) {
        return id.matches(".*[0-9][A-Z]") ? id.substring(0, id.length() - 1) : id;
    }

    private static List<Row> rows() {
        return lines("fields.csv").stream()
                .map(row -> new Row(row[0], row[2], row[3], row[4], row[5]))
                .toList();
    }

    private static List<String[]> lines(String name) {
        try (InputStream in = DictionaryTest.class.getResourceAsStream("/org/umbral/domain/" + name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(";", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Walks every condition of a catalogue and notes what it names and nobody has. */
    private record Named(Catalogue catalogue, List<String> unknown) {
        void everywhere() {
            catalogue.fields().forEach(field -> walk(field.id(), field.when()));
            catalogue.steps().forEach(step -> {
                walk(step.id(), step.when());
                step.sections().forEach(section -> walk(step.id(), section.when()));
            });
            catalogue.rules().forEach(rule -> {
                walk(rule.id(), rule.applies());
                walk(rule.id(), rule.holds());
                field(rule.id(), rule.leadsTo());
            });
        }

        private void walk(String where, @org.jspecify.annotations.Nullable Condition condition) {
            if (condition == null) {
                return;
            }
            Stream.of(condition.all(), condition.any())
                    .filter(Objects::nonNull)
                    .flatMap(List::stream)
                    .forEach(one -> walk(where, one));
            walk(where, condition.not());
            Stream.of(condition.equals(), condition.includes())
                    .filter(Objects::nonNull)
                    .forEach(equal -> codes(where, equal.field(), equal.values()));
            Stream.of(condition.has(), condition.street())
                    .filter(Objects::nonNull)
                    .forEach(field -> field(where, field));
            if (condition.count() != null) {
                walk(where, condition.count().where());
                if (catalogue.fieldsOf(condition.count().group()).isEmpty()) {
                    unknown.add(where + ": " + condition.count().group());
                }
            }
            if (condition.evidence() != null) {
                codes(where, "EVD-02", condition.evidence().kinds());
                codes(where, "EVD-03", condition.evidence().proves());
            }
        }

        private void field(String where, String field) {
            if (catalogue.field(field).isEmpty()) {
                unknown.add(where + ": " + field);
            }
        }

        private void codes(String where, String id, List<String> codes) {
            Set<String> known = new TreeSet<>(List.of("YES", "NO", "UNKNOWN"));
            catalogue.field(id).ifPresentOrElse(field -> known.addAll(field.choices()), () -> field(where, id));
            codes.stream()
                    .filter(code -> !known.contains(code))
                    .forEach(code -> unknown.add(where + ": " + id + "=" + code));
        }
    }
}
