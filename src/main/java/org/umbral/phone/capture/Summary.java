package org.umbral.phone.capture;

import java.util.Optional;
import org.umbral.shared.casefile.Answer;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.Item;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.catalogue.Catalogue;
import org.umbral.shared.catalogue.Field;

/**
 * What the list of cases shows of one.
 *
 * @param name as spoken, of the principal person
 * @param urgency the most protective one held
 */
public record Summary(String code, String name, String situation, String urgency) {
    private static final FieldId URGENCY = new FieldId("CAS-06");

    public static Summary of(CaseFile caseFile, Catalogue catalogue) {
        return new Summary(
                text(caseFile, "CAS-02"),
                name(caseFile, catalogue),
                text(caseFile, "CAS-03"),
                urgency(caseFile, catalogue));
    }

    public boolean isEmergency() {
        return urgency.equals("NOW_LIFE_THREATENING");
    }

    private static String name(CaseFile caseFile, Catalogue catalogue) {
        var persons = catalogue.items(caseFile, "person", ItemId.CASE);
        Optional<Item> principal = persons.stream()
                .filter(person ->
                        person.text("CAS-08").filter("PRINCIPAL"::equals).isPresent())
                .findFirst();
        return principal
                .or(() -> persons.stream().findFirst())
                .flatMap(person -> person.text("PER-02"))
                .orElse("");
    }

    private static String urgency(CaseFile caseFile, Catalogue catalogue) {
        var protective = catalogue.field(URGENCY).map(Field::protective).orElseThrow();
        Optional<Answer> answer = caseFile.answer(ItemId.CASE, URGENCY);
        return answer.flatMap(found -> found.mostProtective(protective).asText())
                .orElse("");
    }

    private static String text(CaseFile caseFile, String field) {
        return caseFile.item(ItemId.CASE).flatMap(item -> item.text(field)).orElse("");
    }

    @Override
    public String toString() {
        return "Summary";
    }
}
