package org.umbral.phone.capture;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.umbral.shared.casefile.Answer;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.Item;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;

/** Looks at what a case holds so that of a conflict the more careful side counts: one held value is enough. */
public record CaseFacts(CaseFile file) {
    public Stream<Value> held(ItemId item, String field) {
        return file.answer(item, new FieldId(field)).stream()
                .flatMap(answer -> answer.held().stream())
                .map(held -> held.value());
    }

    public boolean says(ItemId item, String field, String... codes) {
        List<String> wanted = Arrays.asList(codes);
        return held(item, field).flatMap(value -> value.asChoices().stream()).anyMatch(wanted::contains);
    }

    /** The same of any item that was not removed. */
    public boolean saysAnywhere(String field, String... codes) {
        return file.items().values().stream()
                .filter(item -> item.state() != Item.State.REMOVED)
                .anyMatch(item -> says(item.id(), field, codes));
    }

    public boolean isTrue(ItemId item, String field) {
        return held(item, field).anyMatch(Value::isTrue);
    }

    /** Asked, and not yes: no, not known, refused. */
    public boolean isNotYes(ItemId item, String field) {
        return held(item, field)
                .anyMatch(value -> !value.asText().map("YES"::equals).orElse(false)
                        && !value.asText().map(String::isEmpty).orElse(false));
    }

    public boolean isAsked(ItemId item, String field) {
        return file.answer(item, new FieldId(field)).stream()
                .map(Answer::held)
                .flatMap(List::stream)
                .anyMatch(held ->
                        held.value().isAnswer() || held.value().whyUnanswered().isPresent());
    }

    /** True where any field of this domain id, with or without a letter behind it, is answered somewhere in the case. */
    public boolean hasAny(String domainId) {
        return file.items().values().stream()
                .filter(item -> item.state() != Item.State.REMOVED)
                .flatMap(item -> item.answers().entrySet().stream())
                .filter(one -> one.getKey().text().matches(domainId + "[A-Z]?"))
                .flatMap(one -> one.getValue().held().stream())
                .anyMatch(held -> held.value().isAnswer());
    }
}
