package org.umbral.phone.screen.words;

import java.text.NumberFormat;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.TextStyle;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.umbral.shared.casefile.PartialDate;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.catalogue.Field;
import org.umbral.shared.doubt.ANumber;
import org.umbral.shared.doubt.Doubt;

/** A value as a person reads it. */
public final class Said {
    private Said() {}

    /** Empty where the field was emptied. */
    public static String value(Words words, Field field, Value value) {
        Optional<Value.Unanswered> why = value.whyUnanswered();
        if (why.isPresent()) {
            return words.of("unanswered." + why.get());
        }
        return switch (field.type()) {
            case CHOICE, CHOICES ->
                value.asChoices().stream()
                        .map(code -> words.choice(field.id(), code))
                        .collect(Collectors.joining(", "));
            case YES_NO_UNKNOWN ->
                value.asText().map(code -> words.of("choice." + code)).orElse("");
            case FLAG -> words.of(value.isTrue() ? "choice.YES" : "choice.NO");
            case PARTIAL_DATE ->
                PartialDate.from(value).map(date -> SaidDate.of(words, date)).orElseGet(() -> text(words, value));
            case MOMENT -> value.asText().map(text -> moment(words, text)).orElse("");
            case COUNTRY ->
                value.asText().map(code -> Places.country(words, code)).orElse("");
            case LANGUAGE ->
                value.asText().map(tag -> Places.language(words, tag)).orElse("");
            case A_NUMBER ->
                value.asText()
                        .map(ANumber::shown)
                        .map(one -> isolated(words, one))
                        .orElse("");
            case NUMBER -> value.asNumber().map(String::valueOf).orElseGet(() -> text(words, value));
            case MONEY -> money(words, value);
            case ADDRESS -> address(words, value);
            case PAGE, REFERENCE, REFERENCES -> "";
            default -> text(words, value);
        };
    }

    public static String month(Words words, int month, TextStyle style) {
        return SaidDate.month(words, PartialDate.Calendar.GREG, month, style);
    }

    /** A doubt in words. */
    public static String doubt(Words words, Doubt doubt) {
        return words.of("check." + doubt.code(), doubt.about().toArray());
    }

    private static String text(Words words, Value value) {
        return value.asText().map(text -> isolated(words, text)).orElse("");
    }

    /** Kept apart from the direction of the words around it. */
    public static String isolated(Words words, String text) {
        return Direction.isolated(text, words.isRightToLeft());
    }

    private static String money(Words words, Value value) {
        return value.asNumber()
                .map(dollars -> words.of("money.unit") + " "
                        + NumberFormat.getIntegerInstance(words.locale()).format(dollars))
                .orElseGet(() -> text(words, value));
    }

    /** Street, city, region and code, the country last. */
    private static String address(Words words, Value value) {
        if (value.asText().isPresent()) {
            return text(words, value);
        }
        Stream<String> place = Stream.of(Stream.of("region", "code")
                .flatMap(part -> value.part(part).stream())
                .collect(Collectors.joining(" ")));
        Stream<String> country = value.part("country").map(code -> Places.country(words, code)).stream();
        return Stream.of(value.part("street").stream(), value.part("city").stream(), place, country)
                .flatMap(part -> part)
                .filter(part -> !part.isBlank())
                .map(part -> isolated(words, part))
                .collect(Collectors.joining(", "));
    }

    private static String moment(Words words, String text) {
        try {
            return words.at(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException notATime) {
            return text;
        }
    }
}
