package org.umbral.phone.screen.words;

import java.time.DateTimeException;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.format.TextStyle;
import java.util.Optional;
import java.util.stream.Collectors;
import org.umbral.shared.casefile.PartialDate;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.catalogue.Field;

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
                PartialDate.from(value).map(date -> date(words, date)).orElse("");
            case MOMENT -> value.asText().map(text -> moment(words, text)).orElse("");
            case COUNTRY ->
                value.asText().map(code -> Places.country(words, code)).orElse("");
            case LANGUAGE ->
                value.asText().map(tag -> Places.language(words, tag)).orElse("");
            case A_NUMBER -> value.asText().map(ANumber::shown).orElse("");
            case NUMBER -> value.asNumber().map(String::valueOf).orElse("");
            case PAGE, REFERENCE, REFERENCES -> "";
            default -> value.asText().orElse("");
        };
    }

    public static String date(Words words, PartialDate date) {
        if (date.year() == null) {
            return date.asSpoken();
        }
        StringBuilder text = new StringBuilder();
        if (date.day() != null) {
            text.append(date.day()).append(' ');
        }
        if (date.month() != null) {
            text.append(month(words, date.month(), TextStyle.SHORT)).append(' ');
        }
        text.append(date.year());
        return date.about() ? words.of("date.about.said", text) : text.toString();
    }

    public static String month(Words words, int month, TextStyle style) {
        return Month.of(month).getDisplayName(style, words.locale());
    }

    private static String moment(Words words, String text) {
        try {
            return words.at(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException notATime) {
            return text;
        }
    }
}
