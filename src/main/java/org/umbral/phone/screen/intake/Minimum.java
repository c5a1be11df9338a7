package org.umbral.phone.screen.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.umbral.shared.casefile.Answer;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;

/**
 * The least that a case needs besides consent (domain notes §2.0): a name, one way to find the person, why it is urgent,
 * the language. What the person refused was asked, and is not missing. No controls.
 */
final class Minimum {
    /** The step with which the least is asked. */
    private static final String LAST = "find";

    private Minimum() {}

    /** What is still to be asked, by the last part of its words' key. */
    static List<Place> lacking(IntakeModel model) {
        List<Place> lacking = new ArrayList<>();
        Optional<ItemId> person = model.principal();
        ItemId who = person.orElse(ItemId.CASE);
        if (!isSaid(model, who, "PER-02")) {
            lacking.add(new Place("name", who, "PER-02"));
        }
        if (!isSaid(model, who, "PER-21") && !isSaidBelow(model, "contact", who, "PER-28")) {
            lacking.add(new Place("find", who, "PER-28A"));
        }
        if (!isSaid(model, ItemId.CASE, "GRD-01") && !isSaid(model, ItemId.CASE, "CAS-07")) {
            lacking.add(new Place("why", ItemId.CASE, "GRD-01"));
        }
        if (!isSaid(model, ItemId.CASE, "CAP-11") && !isSaidBelow(model, "language", who, "PER-26")) {
            lacking.add(new Place("language", ItemId.CASE, "CAP-11"));
        }
        return lacking;
    }

    /** Something that is lacking, and where it is asked. */
    record Place(String words, ItemId item, String field) {}

    private static boolean isSaidBelow(IntakeModel model, String group, ItemId person, String field) {
        return model.items(group, person).stream().anyMatch(item -> isSaid(model, item, field));
    }

    private static boolean isSaid(IntakeModel model, ItemId item, String field) {
        return model.answer(item, new FieldId(field))
                .map(Answer::held)
                .filter(held -> held.stream()
                        .map(one -> one.value())
                        .anyMatch(value -> value.isAnswer()
                                || value.whyUnanswered()
                                        .filter(Value.Unanswered.DECLINED::equals)
                                        .isPresent()))
                .isPresent();
    }

    /** Whether this step is the first after those that ask for the least. */
    static boolean isJustBefore(Optional<String> previous) {
        return previous.filter(LAST::equals).isPresent();
    }
}
