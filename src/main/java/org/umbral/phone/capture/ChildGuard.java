package org.umbral.phone.capture;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.catalogue.Catalogue;

/** What is written by itself, or not at all, for the sake of a child (domain notes CAP-12, FAM-06). */
final class ChildGuard {
    private static final FieldId INTERPRETER = new FieldId("CAP-12");
    private static final FieldId TRAVELS_WITH = new FieldId("FAM-06");
    private static final FieldId PURPOSE = new FieldId("CON-02");
    private static final FieldId DECISION = new FieldId("CON-03");
    private static final String GIVEN = "GIVEN";
    private static final String[] TO_SPONSORS = {"CONTACT_SPONSOR", "SHARE_WITH_SPONSOR"};
    private static final FieldId FLAGS = new FieldId("CAS-13");
    private static final String NO_PARENT = "MINOR_NO_PARENT";
    private static final Set<String> WITHOUT_PARENT = Set.of("RELATIVE_NOT_GUARDIAN", "OTHER_ADULT", "ALONE");

    private ChildGuard() {}

    /** {@code AskThePerson("no-child-interpreter")}. */
    static void require(FieldId field, Value value) throws AskThePerson {
        if (field.equals(INTERPRETER) && value.asChoices().contains("CHILD")) {
            throw new AskThePerson("no-child-interpreter");
        }
    }

    /**
     * {@code AskThePerson("child-alone-no-sponsor")} where the write makes a yes to contacting or telling a sponsor, by its
     * purpose or by its decision, of a case with a child alone.
     */
    static void requireSponsorsMayKnow(Children children, ItemId item, FieldId field, Value value) throws AskThePerson {
        CaseFacts facts = new CaseFacts(children.file());
        boolean yes = field.equals(DECISION)
                ? value.asChoices().contains(GIVEN) && facts.says(item, PURPOSE.text(), TO_SPONSORS)
                : field.equals(PURPOSE)
                        && Arrays.asList(TO_SPONSORS).stream().anyMatch(value.asChoices()::contains)
                        && facts.says(item, DECISION.text(), GIVEN);
        if (yes && children.isAlone()) {
            throw new AskThePerson("child-alone-no-sponsor");
        }
    }

    /** A child who travels without parent or guardian is flagged in the same draft that says so. */
    static Draft flagged(Catalogue catalogue, CaseFile whole, Draft draft, FieldId field, Value value) {
        if (!field.equals(TRAVELS_WITH)
                || value.asChoices().stream().noneMatch(WITHOUT_PARENT::contains)
                || catalogue.field(FLAGS).isEmpty()) {
            return draft;
        }
        Set<String> flags = new LinkedHashSet<>();
        whole.answer(ItemId.CASE, FLAGS).stream()
                .flatMap(answer -> answer.held().stream())
                .forEach(held -> flags.addAll(held.value().asChoices()));
        flags.remove("NONE");
        return flags.add(NO_PARENT) ? draft.with(ItemId.CASE, FLAGS, Value.choices(List.copyOf(flags))) : draft;
    }
}
