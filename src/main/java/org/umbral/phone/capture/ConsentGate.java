package org.umbral.phone.capture;

import java.util.Optional;
import java.util.Set;
import org.umbral.shared.casefile.Answer;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.Item;
import org.umbral.shared.catalogue.Catalogue;
import org.umbral.shared.catalogue.Field;

/**
 * Consent is the first door (design §3): until somebody gave it to collect and to share with the clinic, only consent,
 * language and urgency are taken. While a decision is in conflict its most protective value counts.
 */
final class ConsentGate {
    private static final FieldId PURPOSE = new FieldId("CON-02");
    private static final FieldId DECISION = new FieldId("CON-03");
    private static final Set<FieldId> ALWAYS = Set.of(new FieldId("CAP-11"), new FieldId("CAS-06"), FieldId.ORDER);

    private ConsentGate() {}

    static boolean isOpen(CaseFile caseFile, Catalogue catalogue) {
        return isGiven(caseFile, catalogue, "COLLECT_AND_STORE") && isGiven(caseFile, catalogue, "SHARE_WITH_CLINIC");
    }

    static boolean lets(FieldId field) {
        return field.prefix().equals("CON") || ALWAYS.contains(field);
    }

    private static boolean isGiven(CaseFile caseFile, Catalogue catalogue, String purpose) {
        return caseFile.items().values().stream()
                .filter(item -> item.state() != Item.State.REMOVED)
                .filter(item -> isFor(item, purpose))
                .anyMatch(item ->
                        decision(item, catalogue).filter("GIVEN"::equals).isPresent());
    }

    private static boolean isFor(Item item, String purpose) {
        return item.answer(PURPOSE).stream()
                .flatMap(answer -> answer.held().stream())
                .anyMatch(held -> held.value().asChoices().contains(purpose));
    }

    private static Optional<String> decision(Item item, Catalogue catalogue) {
        var protective = catalogue.field(DECISION).map(Field::protective).orElseThrow();
        Optional<Answer> answer = item.answer(DECISION);
        return answer.flatMap(found -> found.mostProtective(protective).asText());
    }
}
