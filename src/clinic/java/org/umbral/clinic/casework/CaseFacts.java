package org.umbral.clinic.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.umbral.clinic.store.CaseRows.Changed;
import org.umbral.clinic.store.Erased;
import org.umbral.clinic.store.PhotoRows;
import org.umbral.shared.Sha256;
import org.umbral.shared.casefile.Answer;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.Held;
import org.umbral.shared.casefile.Item;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.PageImage;
import org.umbral.shared.casefile.PartialDate;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.casefile.Write;
import org.umbral.shared.catalogue.Catalogue;
import org.umbral.shared.catalogue.Field;
import org.umbral.shared.secret.AesKey;

/** What the queue and the photo viewer read off a folded case. Where two people wrote apart, both are named. */
record CaseFacts(Catalogue catalogue, CaseFile caseFile) {
    static final String BETWEEN_CODES = " + ";
    private static final FieldId CODE = new FieldId("CAS-02");
    private static final FieldId SITUATION = new FieldId("CAS-03");
    private static final FieldId URGENCY = new FieldId("CAS-06");
    private static final FieldId FOLLOW_UP = new FieldId("CAP-17");
    private static final FieldId ATTORNEY = new FieldId("CAS-10");
    private static final FieldId ASSIGNED = new FieldId("CAS-10A");
    private static final String ROLE = "CAS-08";
    private static final FieldId SPOKEN_NAME = new FieldId("PER-02");
    private static final FieldId FAMILY_NAME = new FieldId("PER-05");
    private static final FieldId GIVEN_NAME = new FieldId("PER-06");
    static final FieldId PURPOSE = new FieldId("CON-02");
    static final FieldId DECISION = new FieldId("CON-03");
    static final String WITHDRAWN = "WITHDRAWN";
    /** Without these two the clinic has nothing to work on. */
    static final Set<String> FOR_WORK = Set.of("COLLECT_AND_STORE", "SHARE_WITH_CLINIC");

    private static final FieldId IMAGE = new FieldId("PAG-02");

    String code() {
        return first(CODE);
    }

    /** The code of the case, of each where several are one. */
    static String codes(Catalogue catalogue, OneCase one) {
        return one.members().entrySet().stream()
                .map(member -> new CaseFacts(catalogue, CaseFile.fold(member.getKey(), member.getValue())).code())
                .distinct()
                .collect(Collectors.joining(BETWEEN_CODES));
    }

    String situation() {
        return first(SITUATION);
    }

    /** While it is in conflict, the most urgent that anybody wrote. */
    String urgency() {
        return caseFile.answer(ItemId.CASE, URGENCY)
                .map(answer -> answer.mostProtective(Urgency.MOST_URGENT_FIRST))
                .flatMap(Value::asText)
                .orElse("");
    }

    /** The first day that anybody wrote. */
    Optional<LocalDate> followUp() {
        return held(FOLLOW_UP)
                .flatMap(value -> PartialDate.from(value).stream())
                .flatMap(date -> date.latest().stream())
                .min(Comparator.naturalOrder());
    }

    /** Ids of the attorney and the staff to whom the case was given. */
    String assigned() {
        return assignments()
                .flatMap(value -> value.asText().stream())
                .distinct()
                .collect(Collectors.joining(" "));
    }

    /** Their names when that was written. */
    String assignedNames() {
        return assignments()
                .flatMap(value -> value.part(CaseWork.NAME).stream())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private Stream<Value> assignments() {
        return Stream.concat(held(ATTORNEY), held(ASSIGNED));
    }

    private Stream<Value> held(FieldId field) {
        return caseFile.answer(ItemId.CASE, field).stream()
                .flatMap(answer -> answer.held().stream())
                .map(Held::value)
                .filter(Value::isAnswer);
    }

    /** The principal's name as spoken, else as on documents; where nobody was called principal, the first person's. */
    String name() {
        return catalogue.items(caseFile, "person", ItemId.CASE).stream()
                .sorted(Comparator.comparing(CaseFacts::isNotPrincipal))
                .map(CaseFacts::name)
                .filter(name -> !name.isBlank())
                .findFirst()
                .orElse("");
    }

    /** Whether anybody of the case took back what the clinic works on; while answers differ, yes. */
    boolean isWithdrawn() {
        List<String> protective =
                catalogue.field(DECISION).map(Field::protective).orElse(List.of());
        return caseFile.items().values().stream()
                .filter(item -> item.state() != Item.State.REMOVED && isForWork(item))
                .flatMap(item -> item.answer(DECISION).stream())
                .anyMatch(answer -> answer.mostProtective(protective)
                        .asText()
                        .filter(WITHDRAWN::equals)
                        .isPresent());
    }

    private static boolean isForWork(Item consent) {
        return consent.answer(PURPOSE).stream()
                .flatMap(answer -> answer.held().stream())
                .flatMap(held -> held.value().asText().stream())
                .anyMatch(FOR_WORK::contains);
    }

    /** The pages that count now, in the order of evidence and page. */
    Collection<PageImage> pages() {
        List<Item> ordered = new ArrayList<>();
        for (Item evidence : catalogue.items(caseFile, "evidence", ItemId.CASE)) {
            ordered.addAll(caseFile.items(List.of(IMAGE), evidence.id()));
        }
        caseFile.items().values().stream().filter(item -> isShown(item.id())).forEach(ordered::add);
        Map<String, PageImage> pages = new LinkedHashMap<>();
        ordered.stream()
                .flatMap(item -> item.answer(IMAGE).stream())
                .flatMap(answer -> answer.held().stream())
                .flatMap(held -> PageImage.from(held.value()).stream())
                .forEach(page -> pages.putIfAbsent(page.envelope().hex(), page));
        return pages.values();
    }

    /** Every page that any entry ever named, also those that were taken again. */
    static Stream<PageImage> everyPage(Collection<Entry> entries) {
        return entries.stream()
                .flatMap(entry -> entry.writes().stream())
                .filter(write -> write.field().equals(IMAGE))
                .map(Write::value)
                .flatMap(value -> PageImage.from(value).stream());
    }

    /** Every photo that any of them ever named, each once, with whose phone said so. */
    static List<Erased.Photo> photos(Collection<Entry> entries) {
        Map<Sha256, Erased.Photo> photos = new LinkedHashMap<>();
        for (Entry entry : entries) {
            everyPage(List.of(entry))
                    .forEach(page -> photos.putIfAbsent(
                            page.envelope(),
                            new Erased.Photo(
                                    page.envelope(),
                                    page.envelopeBytes(),
                                    entry.author().device())));
        }
        return List.copyOf(photos.values());
    }

    /** The case's card and photos, as a store keeps them; of entries that all staff read. */
    static Changed changed(Catalogue catalogue, AesKey staffKey, CaseId id, Collection<Entry> entries) {
        CaseFacts facts = new CaseFacts(catalogue, CaseFile.fold(id, entries));
        Set<Sha256> shown = facts.pages().stream().map(PageImage::envelope).collect(Collectors.toSet());
        List<PhotoRows.Named> photos = everyPage(entries)
                .map(PageImage::envelope)
                .distinct()
                .map(envelope -> new PhotoRows.Named(envelope.hex(), shown.contains(envelope)))
                .toList();
        return new Changed(
                id.text(),
                Card.of(facts).seal(staffKey, id.text()),
                FindCard.of(facts).seal(staffKey, id.text()),
                photos,
                0,
                facts.isWithdrawn(),
                StoredWork.of(facts, staffKey));
    }

    /** Neither it nor what it belongs to was removed. */
    private boolean isShown(ItemId id) {
        boolean removed = caseFile.item(id)
                .filter(item -> item.state() == Item.State.REMOVED)
                .isPresent();
        return !removed && id.parent().map(this::isShown).orElse(true);
    }

    private String first(FieldId field) {
        return caseFile.answer(ItemId.CASE, field)
                .flatMap(answer -> answer.held().get(0).value().asText())
                .orElse("");
    }

    private static boolean isNotPrincipal(Item person) {
        return person.text(ROLE).filter("PRINCIPAL"::equals).isEmpty();
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
