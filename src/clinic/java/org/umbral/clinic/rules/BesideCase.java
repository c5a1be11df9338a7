package org.umbral.clinic.rules;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.umbral.shared.casefile.Answer;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.Item;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.PartialDate;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.catalogue.BesideFacts;
import org.umbral.shared.catalogue.Catalogue;

/**
 * What the clinic's rules read beside the answers of a case: whether another file shares a number with it, and what the
 * clinic's dated tables say of its countries and places. Immutable.
 */
public final class BesideCase implements BesideFacts {
    private static final String HARD_PAIR = "DUP-01";
    private static final String HELD = "PRG-14";
    private static final String OFFICE = "DET-03";
    private static final String SAME_OFFICE = "REQ-02B";
    private static final String BEFORE_ARRIVAL = "REQ-06B";
    /** In the third column of the hold list: papers that it issued count too. */
    private static final String DOCUMENTS = "documents";

    private final Catalogue catalogue;
    private final CaseFile file;
    private final Offices offices;
    private final Map<String, Map<ItemId, Value>> facts = new HashMap<>();

    /**
     * What the clinic knows.
     *
     * @param openHardPair whether a pair that shares a number waits for somebody; empty where the reader may not know
     * @param holds rows of the hold list; empty where the clinic has none
     * @param offices rows of the table of offices
     * @param facilities rows of the table of places of detention
     */
    public record Known(
            Optional<Boolean> openHardPair,
            Optional<List<List<String>>> holds,
            List<List<String>> offices,
            List<List<String>> facilities) {}

    private BesideCase(Catalogue catalogue, CaseFile file, Offices offices) {
        this.catalogue = catalogue;
        this.file = file;
        this.offices = offices;
    }

    /** @param catalogue whole, as staff read it */
    public static BesideFacts of(Catalogue catalogue, CaseFile file, Known known) {
        BesideCase beside = new BesideCase(catalogue, file, new Offices(known.offices(), known.facilities()));
        known.openHardPair().ifPresent(open -> beside.put(HARD_PAIR, ItemId.CASE, open));
        known.holds().ifPresent(beside::holds);
        beside.offices();
        beside.requests();
        return beside;
    }

    @Override
    public boolean knows(String field) {
        return facts.containsKey(field);
    }

    @Override
    public Optional<Value> fact(String field, ItemId item) {
        return Optional.ofNullable(facts.getOrDefault(field, Map.of()).get(item));
    }

    private void put(String field, ItemId item, boolean so) {
        facts.computeIfAbsent(field, none -> new HashMap<>()).put(item, Value.flag(so));
    }

    /** By country of birth or citizenship; every answer counts while they differ. */
    private void holds(List<List<String>> rows) {
        facts.put(HELD, new HashMap<>());
        Set<String> countries = rows.stream().map(row -> row.get(0)).collect(Collectors.toSet());
        Set<String> issuers = rows.stream()
                .filter(row -> row.get(2).equals(DOCUMENTS))
                .map(row -> row.get(0))
                .collect(Collectors.toSet());
        for (Item person : catalogue.items(file, "person", ItemId.CASE)) {
            Stream<String> own = Stream.concat(
                    texts(person.id(), "PER-16"),
                    catalogue.items(file, "citizenship", person.id()).stream()
                            .flatMap(one -> texts(one.id(), "PER-18")));
            Stream<String> papers =
                    catalogue.items(file, "document", person.id()).stream().flatMap(one -> texts(one.id(), "DOC-02"));
            put(HELD, person.id(), own.anyMatch(countries::contains) || papers.anyMatch(issuers::contains));
        }
    }

    /** Where nobody wrote the office of a place, the table says it. */
    private void offices() {
        for (Item custody : catalogue.items(file, "custody", ItemId.CASE)) {
            Optional<String> place =
                    one(custody.id(), OFFICE).isPresent() ? Optional.empty() : one(custody.id(), "DET-02");
            place.flatMap(offices::ofFacility)
                    .ifPresent(office -> facts.computeIfAbsent(OFFICE, none -> new HashMap<>())
                            .put(custody.id(), Value.text(office)));
        }
    }

    private void requests() {
        facts.put(SAME_OFFICE, new HashMap<>());
        facts.put(BEFORE_ARRIVAL, new HashMap<>());
        Optional<String> holding = newestCustody()
                .flatMap(custody ->
                        one(custody, OFFICE).or(() -> fact(OFFICE, custody).flatMap(Value::asText)));
        for (Item request : catalogue.items(file, "request", ItemId.CASE)) {
            Optional<String> sentTo = one(request.id(), "REQ-02A");
            if (holding.isPresent() && sentTo.isPresent()) {
                offices.isSame(holding.get(), sentTo.get()).ifPresent(same -> put(SAME_OFFICE, request.id(), same));
            }
            moment(request.id(), "REQ-06").ifPresent(sent -> put(BEFORE_ARRIVAL, request.id(), isBeforeArrival(sent)));
        }
    }

    /** Where the person is now: the episode without an end that began last. */
    private Optional<ItemId> newestCustody() {
        return catalogue.items(file, "custody", ItemId.CASE).stream()
                .map(Item::id)
                .max(Comparator.comparing(
                                (ItemId custody) -> value(custody, "DET-04A").isEmpty())
                        .thenComparing(custody -> day(custody, "DET-04").orElse(LocalDate.MIN)));
    }

    /** Of a day of arrival that nobody knows, nobody knows that it came first. */
    private boolean isBeforeArrival(LocalDate sent) {
        return day(ItemId.CASE, "BOR-11")
                .or(() -> day(ItemId.CASE, "BOR-05"))
                .filter(sent::isAfter)
                .isEmpty();
    }

    private Optional<LocalDate> day(ItemId item, String field) {
        return value(item, field).flatMap(PartialDate::from).flatMap(PartialDate::latest);
    }

    private Optional<LocalDate> moment(ItemId item, String field) {
        try {
            return one(item, field).map(text -> OffsetDateTime.parse(text).toLocalDate());
        } catch (DateTimeException noMoment) {
            return Optional.empty();
        }
    }

    private Optional<String> one(ItemId item, String field) {
        return value(item, field).flatMap(Value::asText);
    }

    private Optional<Value> value(ItemId item, String field) {
        return file.answer(item, new FieldId(field)).flatMap(Answer::settled).filter(Value::isAnswer);
    }

    private Stream<String> texts(ItemId item, String field) {
        return file.answer(item, new FieldId(field)).stream()
                .flatMap(answer -> answer.held().stream())
                .flatMap(held -> held.value().asText().stream());
    }
}
