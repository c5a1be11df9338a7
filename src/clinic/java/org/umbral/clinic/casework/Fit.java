package org.umbral.clinic.casework;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.umbral.shared.casefile.PartialDate;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.catalogue.Field;
import org.umbral.shared.catalogue.FieldType;
import org.umbral.shared.doubt.Doubt;
import org.umbral.shared.doubt.Doubts;

/**
 * Whether a value is one of its field: its form and its bounds, and what the phone refuses too. What is only doubted fits.
 * Thread-safe.
 */
public final class Fit {
    private static final Set<String> YES_NO = Set.of("YES", "NO", "UNKNOWN");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{3}");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{2,8})*");
    private static final int LONGEST_TEXT = 4000;
    private static final int LONGEST_LINE = 200;

    private Fit() {}

    /** Whether staff type it at all: photos, shown notices and case codes are made by phones. */
    public static boolean isTyped(Field field) {
        return switch (field.type()) {
            case PAGE, NOTICE, CASE_CODE -> false;
            default -> true;
        };
    }

    /** The code of what is wrong; words for it are under {@code misfit.<code>}. Empty where it fits. */
    public static Optional<String> problem(Field field, Value value, LocalDate today) {
        if (!isTyped(field)) {
            return Optional.of("not-typed");
        }
        if (value.whyUnanswered().isPresent()) {
            return field.refusable() ? Optional.empty() : Optional.of("not-a-choice");
        }
        if (!value.isAnswer()) {
            return Optional.empty();
        }
        Optional<String> form = form(field, value);
        return form.isPresent() ? form : refused(field, value, today);
    }

    private static Optional<String> form(Field field, Value value) {
        return switch (field.type()) {
            case TEXT, LONG_TEXT, TELEPHONE, EMAIL, A_NUMBER -> text(field, value);
            case CHOICE -> when(!value.json().isTextual() || !field.choices().containsAll(value.asChoices()));
            case CHOICES -> choices(field, value);
            case YES_NO_UNKNOWN ->
                when(!YES_NO.containsAll(value.asChoices()) || !value.json().isTextual());
            case FLAG -> when(!value.json().isBoolean());
            case PARTIAL_DATE -> PartialDate.from(value).isPresent() ? Optional.empty() : Optional.of("no-such-date");
            case MOMENT -> isMoment(value) ? Optional.empty() : Optional.of("no-such-date");
            case COUNTRY -> when(!matches(COUNTRY, value));
            case LANGUAGE -> when(!matches(LANGUAGE, value));
            case ADDRESS -> when(!value.json().isObject());
            // Another currency, or a number in words, is kept as it was typed.
            case MONEY, NUMBER -> value.asNumber().isPresent() ? Optional.empty() : text(field, value);
            case REFERENCE -> when(value.asText().isEmpty());
            case REFERENCES -> when(!value.json().isArray());
            case PAGE, NOTICE, CASE_CODE -> Optional.of("not-typed");
        };
    }

    private static Optional<String> text(Field field, Value value) {
        Optional<String> text = value.asText();
        if (text.isEmpty()) {
            return Optional.of("not-a-choice");
        }
        boolean counts = field.type() == FieldType.TEXT || field.type() == FieldType.LONG_TEXT;
        Integer limit = counts ? field.max() : null;
        int otherwise = field.type() == FieldType.LONG_TEXT ? LONGEST_TEXT : LONGEST_LINE;
        int most = limit == null ? otherwise : limit;
        return text.get().length() > most ? Optional.of("too-long") : Optional.empty();
    }

    private static Optional<String> choices(Field field, Value value) {
        if (!value.json().isArray() || !field.choices().containsAll(value.asChoices())) {
            return Optional.of("not-a-choice");
        }
        boolean tooMany = field.max() != null && value.asChoices().size() > field.max();
        return tooMany ? Optional.of("too-many") : Optional.empty();
    }

    private static Optional<String> refused(Field field, Value value, LocalDate today) {
        return Doubts.on(today).of(field, value).stream()
                .filter(Doubt::refused)
                .map(Doubt::code)
                .findFirst();
    }

    private static Optional<String> when(boolean wrong) {
        return wrong ? Optional.of("not-a-choice") : Optional.empty();
    }

    private static boolean matches(Pattern form, Value value) {
        return value.asText().filter(text -> form.matcher(text).matches()).isPresent();
    }

    private static boolean isMoment(Value value) {
        try {
            return value.asText().map(OffsetDateTime::parse).isPresent();
        } catch (DateTimeException noMoment) {
            return false;
        }
    }
}
