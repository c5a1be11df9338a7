package org.umbral.phone.capture;

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
