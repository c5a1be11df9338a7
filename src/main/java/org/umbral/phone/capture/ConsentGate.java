package org.umbral.phone.capture;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.Item;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.catalogue.Catalogue;
import org.umbral.shared.catalogue.Field;

/**
 * Consent is the first door (design §3): until one person gave it to collect and to share with the clinic, only consent,
 * language and urgency are taken; about a person who refused it or took it back nothing is; a sponsor's address and
 * status wait for the sponsor's own. While a decision is in conflict its most protective value counts.
 */
record ConsentGate(Catalogue catalogue, CaseFile file) {
    private static final List<String> NEEDED = List.of("COLLECT_AND_STORE", "SHARE_WITH_CLINIC");
    private static final FieldId PURPOSE = new FieldId("CON-02");
    private static final FieldId DECISION = new FieldId("CON-03");
    private static final FieldId SPONSORS_OWN = new FieldId("SPO-08");
    private static final Set<FieldId> ALWAYS = Set.of(new FieldId("CAP-11"), new FieldId("CAS-06"), FieldId.ORDER);
    private static final Pattern SPONSORS_SECRETS = Pattern.compile("SPO-0[67][A-Z]?");

    boolean isOpen() {
        return file.items().keySet().stream()
                .flatMap(item -> item.parent().stream())
                .distinct()
                .anyMatch(person -> NEEDED.stream().allMatch(purpose -> says(person, purpose, List.of("GIVEN"))));
    }

    /** {@code AskThePerson("consent-first")}, {@code AskThePerson("sponsor-consent-first")}. */
    void require(ItemId item, FieldId field) throws AskThePerson {
        if (field.prefix().equals("CON") || ALWAYS.contains(field)) {
            return;
        }
        if (!isOpen() || saidNo(personOf(item))) {
            throw new AskThePerson("consent-first");
        }
        if (SPONSORS_SECRETS.matcher(field.text()).matches() && !sponsorAgreed(item)) {
            throw new AskThePerson("sponsor-consent-first");
        }
    }

    private static ItemId personOf(ItemId item) {
        ItemId at = item;
        while (at.parent().filter(parent -> !parent.equals(ItemId.CASE)).isPresent()) {
            at = at.parent().orElseThrow();
        }
        return at;
    }

    private boolean saidNo(ItemId person) {
        return NEEDED.stream().anyMatch(purpose -> says(person, purpose, List.of("REFUSED", "WITHDRAWN")));
    }

    private boolean sponsorAgreed(ItemId sponsor) {
        return file.item(sponsor)
                .flatMap(item -> decision(item, SPONSORS_OWN))
                .filter("GIVEN"::equals)
                .isPresent();
    }

    private boolean says(ItemId person, String purpose, List<String> wanted) {
        return file.items().values().stream()
                .filter(item -> item.state() != Item.State.REMOVED)
                .filter(item -> item.id().parent().equals(Optional.of(person)) && isFor(item, purpose))
                .anyMatch(item ->
                        decision(item, DECISION).filter(wanted::contains).isPresent());
    }

    private static boolean isFor(Item item, String purpose) {
        return item.answer(PURPOSE).stream()
                .flatMap(answer -> answer.held().stream())
                .anyMatch(held -> held.value().asChoices().contains(purpose));
    }

    private Optional<String> decision(Item item, FieldId field) {
        List<String> protective = catalogue.field(field).map(Field::protective).orElseThrow();
        return item.answer(field)
                .flatMap(found -> found.mostProtective(protective).asText());
    }
}
