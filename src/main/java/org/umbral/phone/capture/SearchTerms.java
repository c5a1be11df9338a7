package org.umbral.phone.capture;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.umbral.shared.casefile.Answer;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.Held;
import org.umbral.shared.casefile.Item;
import org.umbral.shared.catalogue.Catalogue;
import org.umbral.shared.catalogue.Field;
import org.umbral.shared.catalogue.FieldType;

/** What a case is found by: every name of every person and sponsor, and A-Numbers, folded; several values each. */
public final class SearchTerms {
    private static final List<String> NAMES =
            List.of("PER-02", "PER-05", "PER-06", "PER-07", "PER-08", "PER-09", "SPO-03");

    private SearchTerms() {}

    /** Words with a space before each. */
    public static String of(CaseFile caseFile, Catalogue catalogue) {
        Set<FieldId> numbers = catalogue.fields().stream()
                .filter(field -> field.type() == FieldType.A_NUMBER)
                .map(Field::fieldId)
                .collect(Collectors.toSet());
        return caseFile.items().values().stream()
                .filter(item -> item.state() != Item.State.REMOVED)
                .flatMap(item -> item.answers().entrySet().stream())
                .filter(one -> isName(one.getKey()) || numbers.contains(one.getKey()))
                .flatMap(one -> texts(one.getValue()))
                .flatMap(text -> Folded.words(text).stream())
                .distinct()
                .map(word -> " " + word)
                .collect(Collectors.joining());
    }

    /** A field with a letter behind its number is a part of it. */
    private static boolean isName(FieldId field) {
        return NAMES.stream().anyMatch(name -> field.text().startsWith(name));
    }

    private static Stream<String> texts(Answer answer) {
        return answer.held().stream().map(Held::value).flatMap(value -> value.asText().stream());
    }
}
