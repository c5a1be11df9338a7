package org.umbral.clinic.casework;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.umbral.shared.casefile.Answer;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.Held;
import org.umbral.shared.casefile.Item;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.PageImage;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.casefile.Write;

/** What the queue and the photo viewer read off a folded case. Conflicting values are all named. */
final class CaseFacts {
    private static final FieldId CODE = new FieldId("CAS-02");
    private static final FieldId SITUATION = new FieldId("CAS-03");
    private static final FieldId URGENCY = new FieldId("CAS-06");
    private static final FieldId SPOKEN_NAME = new FieldId("PER-02");
    private static final FieldId FAMILY_NAME = new FieldId("PER-05");
    private static final FieldId GIVEN_NAME = new FieldId("PER-06");
    private static final String PERSON = "PER";
    private static final String EVIDENCE = "EVD";
    private static final String PAGE = "PAG";

    private CaseFacts() {}

    static String code(CaseFile caseFile) {
        return first(caseFile, CODE);
    }

    static String situation(CaseFile caseFile) {
        return first(caseFile, SITUATION);
    }

    /** While it is in conflict, the most urgent that anybody wrote. */
    static String urgency(CaseFile caseFile) {
        return caseFile.answer(ItemId.CASE, URGENCY)
                .map(answer -> answer.mostProtective(Urgency.MOST_URGENT_FIRST))
                .flatMap(Value::asText)
                .orElse("");
    }

    /** The first person's name as spoken, else as on documents; both where two were written. */
    static String name(CaseFile caseFile) {
        return caseFile.items(PERSON, ItemId.CASE).stream()
                .map(CaseFacts::name)
                .filter(name -> !name.isBlank())
                .findFirst()
                .orElse("");
    }

    /** The pages that count now, in the order of evidence and page. */
    static Collection<PageImage> pages(CaseFile caseFile) {
        List<Item> ordered = new ArrayList<>();
        for (Item evidence : caseFile.items(EVIDENCE, ItemId.CASE)) {
            ordered.addAll(caseFile.items(PAGE, evidence.id()));
        }
        caseFile.items().values().stream()
                .filter(item -> item.isOf(PAGE) && isShown(caseFile, item.id()))
                .forEach(ordered::add);
        Map<String, PageImage> pages = new LinkedHashMap<>();
        ordered.stream()
                .flatMap(item -> item.answers().values().stream())
                .flatMap(answer -> answer.held().stream())
                .flatMap(held -> PageImage.from(held.value()).stream())
                .forEach(page -> pages.putIfAbsent(page.envelope().hex(), page));
        return pages.values();
    }

    /** Every page that any entry ever named, also those that were taken again. */
    static Stream<PageImage> everyPage(Collection<Entry> entries) {
        return entries.stream()
                .flatMap(entry -> entry.writes().stream())
                .filter(write -> write.field().prefix().equals(PAGE))
                .map(Write::value)
                .flatMap(value -> PageImage.from(value).stream());
    }

    /** Neither it nor what it belongs to was removed. */
    private static boolean isShown(CaseFile caseFile, ItemId id) {
        boolean removed = caseFile.item(id)
                .filter(item -> item.state() == Item.State.REMOVED)
                .isPresent();
        return !removed && id.parent().map(parent -> isShown(caseFile, parent)).orElse(true);
    }

    private static String first(CaseFile caseFile, FieldId field) {
        return caseFile.answer(ItemId.CASE, field)
                .flatMap(answer -> answer.held().get(0).value().asText())
                .orElse("");
    }

    private static String name(Item person) {
        String spoken = texts(person.answer(SPOKEN_NAME));
        return spoken.isBlank()
                ? (texts(person.answer(GIVEN_NAME)) + " " + texts(person.answer(FAMILY_NAME))).strip()
                : spoken;
    }

    private static String texts(Optional<Answer> answer) {
        return answer.stream()
                .flatMap(found -> found.held().stream())
                .map(Held::value)
                .flatMap(value -> value.asText().stream())
                .distinct()
                .collect(Collectors.joining(" / "));
    }
}
