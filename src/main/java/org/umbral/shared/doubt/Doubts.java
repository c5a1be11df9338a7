package org.umbral.shared.doubt;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.catalogue.Check;
import org.umbral.shared.catalogue.Field;

/**
 * The doubts of a value, by its field's type, limits and checks. They inform; only {@link Doubt#refused} ones are no value
 * of the field. Thread-safe.
 *
 * @param today the day from which past and future are counted
 * @param region whose telephone numbers are typed without a country's code here
 * @param other the value of another field of the same item, or of the one above it, by id
 */
public record Doubts(LocalDate today, String region, Function<String, Optional<Value>> other) {
    private static final int MOST_MONEY = 10_000_000;

    /** Of a value that stands alone. */
    public static Doubts on(LocalDate today) {
        return new Doubts(today, Telephone.UNITED_STATES, field -> Optional.empty());
    }

    /** In the order in which they should be read; none of an unanswered or emptied field. */
    public List<Doubt> of(Field field, Value value) {
        List<Doubt> doubts = new ArrayList<>();
        if (!value.isAnswer()) {
            return doubts;
        }
        byType(field, value, doubts);
        field.checks().forEach(check -> byCheck(check, value).ifPresent(doubts::add));
        return List.copyOf(doubts);
    }

    /** Of a text that is known to be an address of electronic mail, whatever its field. */
    public List<Doubt> ofEmail(Value value) {
        return Texts.email(value.asText().orElse("")).map(List::of).orElse(List.of());
    }

    /** Of a number whose kind another field tells (PER-24A); none of a kind without a form. */
    public List<Doubt> ofNumber(String kind, Value value) {
        String text = value.asText().orElse("");
        if (text.isBlank()) {
            return List.of();
        }
        Optional<Doubt> doubt = switch (kind) {
            case "I94_NUMBER" -> Numbers.i94(text);
            case "USCIS_RECEIPT" -> Numbers.receipt(text);
            case "OTHER_A_NUMBER" -> ANumber.doubt(text);
            case "NATIONAL_ID" -> Numbers.document(text);
            default -> Optional.empty();
        };
        return doubt.map(List::of).orElse(List.of());
    }

    private void byType(Field field, Value value, List<Doubt> doubts) {
        String text = value.asText().orElse("");
        switch (field.type()) {
            case A_NUMBER -> ANumber.doubt(text).ifPresent(doubts::add);
            case TELEPHONE -> telephone(value, text).ifPresent(doubts::add);
            case EMAIL -> Texts.email(text).ifPresent(doubts::add);
            case ADDRESS -> Texts.zip(value).ifPresent(doubts::add);
            case MONEY -> money(field, value).ifPresent(doubts::add);
            case NUMBER ->
                Numbers.between(value, orElse(field.min(), 0), orElse(field.max(), Integer.MAX_VALUE))
                        .ifPresent(doubts::add);
            case PARTIAL_DATE -> doubts.addAll(Dates.flags(value, today));
            default -> {}
        }
    }

    private Optional<Doubt> telephone(Value value, String text) {
        return value.part(Telephone.E164).isPresent()
                ? Optional.empty()
                : Telephone.hear(text, region).doubt();
    }

    private static Optional<Doubt> money(Field field, Value value) {
        return value.asNumber().isEmpty()
                ? Optional.of(Doubt.of("MONEY"))
                : Numbers.between(value, orElse(field.min(), 0), orElse(field.max(), MOST_MONEY));
    }

    private Optional<Doubt> byCheck(Check check, Value value) {
        String text = value.asText().orElse("");
        return switch (check.kind()) {
            case NOT_FUTURE -> Dates.future(value, today);
            case PAST -> Dates.past(value, today);
            case NOT_BEFORE ->
                Optional.ofNullable(check.field()).flatMap(other).flatMap(earlier -> Dates.before(value, earlier));
            case DOC_DISAGREES ->
                Optional.ofNullable(check.field()).flatMap(other).flatMap(said -> Dates.disagrees(value, said));
            case NAME_PART -> Texts.namePart(text);
            case STREET -> Texts.street(value);
            case RECEIPT_NUMBER -> Numbers.receipt(text);
            case I94_NUMBER -> Numbers.i94(text);
            case DOCUMENT_NUMBER -> Numbers.document(text);
            case FACTS_ONLY -> Texts.facts(text);
        };
    }

    private static int orElse(@org.jspecify.annotations.Nullable Integer limit, int otherwise) {
        return limit == null ? otherwise : limit;
    }
}
