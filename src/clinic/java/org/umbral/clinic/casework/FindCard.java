package org.umbral.clinic.casework;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.umbral.shared.GiveUp;
import org.umbral.shared.Json;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.Held;
import org.umbral.shared.casefile.Item;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.doubt.Telephone;
import org.umbral.shared.secret.AesKey;

/**
 * What a case is found by, sealed under the staff key: every name that anybody wrote of its people, in any script, and their
 * numbers and telephones. Not what sponsors said.
 *
 * @param numbers capital letters and digits only
 */
record FindCard(List<String> names, List<String> numbers) {
    static final FindCard NONE = new FindCard(List.of(), List.of());
    private static final int MOST = 60;
    private static final int LONGEST = 200;
    private static final List<String> NAMES = List.of("PER-02", "PER-03", "PER-09", "DOC-05", "PER-08", "PER-08A");
    private static final List<String> PARTS = List.of("PER-06", "PER-07", "PER-05");
    private static final Set<String> NUMBERS = Set.of("PER-21", "PER-21A", "PER-24", "DOC-03");
    private static final String CONTACT = "PER-28";
    private static final int LEAST_DIGITS = 6;

    FindCard {
        names = List.copyOf(names);
        numbers = List.copyOf(numbers);
    }

    static FindCard of(CaseFacts facts) {
        CaseFile file = facts.caseFile();
        List<Item> items = file.items().values().stream()
                .filter(item -> item.state() != Item.State.REMOVED)
                .toList();
        Stream<String> whole = items.stream().flatMap(item -> NAMES.stream().flatMap(field -> texts(item, field)));
        Stream<String> parts = items.stream()
                .map(item -> String.join(
                        " ", PARTS.stream().flatMap(field -> texts(item, field)).toList()));
        Stream<String> numbers = items.stream()
                .flatMap(item -> NUMBERS.stream().flatMap(field -> texts(item, field)))
                .map(FindCard::bare);
        Stream<String> telephones =
                items.stream().flatMap(item -> values(item, CONTACT)).flatMap(FindCard::telephone);
        return new FindCard(
                some(Stream.concat(whole, parts).map(String::strip)), some(Stream.concat(numbers, telephones)));
    }

    private static List<String> some(Stream<String> all) {
        return all.filter(one -> !one.isBlank())
                .map(one -> one.length() > LONGEST ? one.substring(0, LONGEST) : one)
                .distinct()
                .limit(MOST)
                .toList();
    }

    /** As it was typed and as it is dialled. */
    private static Stream<String> telephone(Value value) {
        String typed = bare(value.asText().orElse("")).replaceAll("[A-Z]", "");
        Stream<String> dialled = value.part(Telephone.E164).map(FindCard::bare).stream();
        return Stream.concat(dialled, Stream.of(typed)).filter(number -> number.length() >= LEAST_DIGITS);
    }

    /** Capital letters and digits. */
    static String bare(String number) {
        return number.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{Nd}]", "");
    }

    private static Stream<String> texts(Item item, String field) {
        return values(item, field).flatMap(value -> value.asText().stream());
    }

    private static Stream<Value> values(Item item, String field) {
        return item.answer(new FieldId(field)).stream()
                .flatMap(answer -> answer.held().stream())
                .map(Held::value)
                .filter(Value::isAnswer);
    }

    byte[] seal(AesKey key, String caseId) {
        var json = Json.object();
        var allNames = json.putArray("n");
        names.forEach(allNames::add);
        var allNumbers = json.putArray("d");
        numbers.forEach(allNumbers::add);
        byte[] plain = Json.write(json);
        byte[] sealed = key.seal(plain, place(caseId));
        Arrays.fill(plain, (byte) 0);
        return sealed;
    }

    /** A damaged card keeps its case from being found, and nothing else. */
    static FindCard open(AesKey key, String caseId, byte[] sealed) {
        try {
            JsonNode json = Json.tree(key.open(sealed, place(caseId)));
            return new FindCard(texts(json.path("n")), texts(json.path("d")));
        } catch (GiveUp damaged) {
            return NONE;
        }
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static byte[] place(String caseId) {
        return ("find_cards|" + caseId + "|sealed").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "FindCard";
    }
}
