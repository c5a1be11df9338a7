package org.umbral.clinic.web;

import java.text.Bidi;
import java.text.NumberFormat;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.umbral.clinic.casework.Narrative;
import org.umbral.shared.Json;
import org.umbral.shared.casefile.PartialDate;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.catalogue.Field;
import org.umbral.shared.doubt.ANumber;
import org.umbral.shared.doubt.Telephone;
import org.umbral.shared.doubt.Typed;

/** A value in the words of the person who reads it. What does not fit its field's type is shown as it is. */
final class ValueWords {
    private static final String BIRTH_DATE = "PER-11";

    private final CatalogueWords catalogue;
    private final Words words;
    private final Moments moments;

    ValueWords(CatalogueWords catalogue, Moments moments) {
        this.catalogue = catalogue;
        this.words = catalogue.words();
        this.moments = moments;
    }

    String of(Field field, Value value) {
        Optional<Value.Unanswered> why = value.whyUnanswered();
        if (why.isPresent()) {
            return words.ofCatalogue("unanswered." + why.get().name())
                    .orElse(why.get().name());
        }
        if (!value.isAnswer()) {
            return words.say("answer.EMPTIED");
        }
        if (Narrative.isShut(value)) {
            return words.say("work.shut.answer");
        }
        return switch (field.type()) {
            case CHOICE, CHOICES, YES_NO_UNKNOWN -> choices(field, value);
            case NOTICE -> notice(value);
            case FLAG -> catalogue.choice(field.id(), value.isTrue() ? "YES" : "NO");
            case PARTIAL_DATE ->
                PartialDate.from(value).map(date -> date(field, date)).orElseGet(() -> raw(value));
            case MOMENT -> moment(value);
            case COUNTRY -> value.asChoices().stream().map(this::country).collect(Collectors.joining(", "));
            case LANGUAGE -> value.asChoices().stream().map(this::language).collect(Collectors.joining(", "));
            case A_NUMBER -> value.asText().map(ANumber::shown).orElseGet(() -> raw(value));
            case MONEY -> value.asNumber().map(this::dollars).orElseGet(() -> raw(value));
            case ADDRESS -> address(value);
            default -> text(value);
        };
    }

    /** Text as it is, anything else as the JSON that came. */
    static String raw(Value value) {
        return value.asText().orElseGet(() -> Json.writeText(value.json()));
    }

    /** Which notice, its version and its language. */
    private static String notice(Value value) {
        List<String> parts = new ArrayList<>();
        value.json().forEach(part -> parts.add(part.asText()));
        return parts.isEmpty() ? raw(value) : String.join(" · ", parts);
    }

    private String choices(Field field, Value value) {
        String said = value.asChoices().stream()
                .map(code -> catalogue.choice(field.id(), code))
                .collect(Collectors.joining(", "));
        return said.isEmpty() ? raw(value) : said;
    }

    private String date(Field field, PartialDate date) {
        StringBuilder said = new StringBuilder(date.about() ? words.say("date.about") + " " : "");
        Integer year = date.year();
        if (date.age() != null) {
            said.append(age(date.age()));
        } else if (year != null && date.calendar() == PartialDate.Calendar.GREG) {
            said.append(gregorian(field, year, date.month(), date.day()));
        } else if (year != null) {
            said.append(numbers(date, year))
                    .append(", ")
                    .append(words.say("date.calendar." + date.calendar().name()));
        }
        boolean ours = year != null && date.calendar() == PartialDate.Calendar.GREG && !date.about();
        if (!ours) {
            span(date).ifPresent(span -> said.append(" (").append(span).append(')'));
        }
        if (!date.asSpoken().isEmpty()) {
            said.append(said.isEmpty() ? "" : " ").append(words.say("date.spoken", isolated(date.asSpoken())));
        }
        return said.toString();
    }

    private String age(PartialDate.Age age) {
        String on = moments.date(age.on());
        return age.from() == age.to()
                ? words.say("date.age", age.from(), on)
                : words.say("date.age.range", age.from() + "–" + age.to(), on);
    }

    /** Day, the month by its name and year of another calendar. */
    private String numbers(PartialDate date, int year) {
        String month = date.month() == null
                ? ""
                : words.ofCatalogue("month." + date.calendar() + "." + date.month())
                        .orElse(String.valueOf(date.month()));
        return (date.day() == null ? "" : date.day() + " ") + (month.isEmpty() ? "" : month + " ") + year;
    }

    private Optional<String> span(PartialDate date) {
        return date.earliest()
                .flatMap(first -> date.latest()
                        .map(last -> first.equals(last)
                                ? moments.date(first)
                                : words.say("date.span", moments.date(first), moments.date(last))));
    }

    private String gregorian(Field field, int year, @Nullable Integer month, @Nullable Integer day) {
        if (month == null) {
            return String.valueOf(year);
        }
        if (day == null) {
            return DateTimeFormatter.ofPattern("MMM uuuu", words.locale()).format(YearMonth.of(year, month));
        }
        LocalDate date = LocalDate.of(year, month, day);
        String beside = field.id().equals(BIRTH_DATE)
                ? words.say("date.years-old", moments.years(date))
                : moments.distance(date);
        return moments.date(date) + " (" + beside + ")";
    }

    private String moment(Value value) {
        try {
            return moments.spoken(OffsetDateTime.parse(value.asText().orElse("")));
        } catch (DateTimeException notAMoment) {
            return raw(value);
        }
    }

    String country(String alpha3) {
        return Arrays.stream(Locale.getISOCountries())
                .map(code -> new Locale("", code))
                .filter(country -> alpha3.equals(iso3(country)))
                .findFirst()
                .map(country -> country.getDisplayCountry(words.locale()))
                .or(() -> words.ofCatalogue("country." + alpha3))
                .orElse(alpha3);
    }

    private static String iso3(Locale country) {
        try {
            return country.getISO3Country();
        } catch (MissingResourceException none) {
            return "";
        }
    }

    String language(String tag) {
        String said = Locale.forLanguageTag(tag).getDisplayLanguage(words.locale());
        return words.ofCatalogue("language." + tag).orElse(said.isEmpty() ? tag : said);
    }

    private String dollars(int whole) {
        return "US$ " + NumberFormat.getIntegerInstance(words.locale()).format(whole);
    }

    /** Street, city, region and code, the country last. */
    private String address(Value value) {
        Stream<String> known = Stream.of("street", "city", "region", "code")
                .flatMap(part -> value.part(part).stream())
                .map(ValueWords::isolated);
        Stream<String> country = value.part("country").map(this::country).stream();
        String said = Stream.concat(known, country).collect(Collectors.joining(", "));
        return said.isEmpty() ? raw(value) : said;
    }

    /** The words as they came; beside a telephone number as it was typed the number that was understood. */
    private static String text(Value value) {
        String said = isolated(raw(value));
        return value.part(Telephone.E164)
                .map(Telephone::shown)
                .filter(number -> !digits(number).equals(digits(said)))
                .map(number -> said + " (" + number + ")")
                .orElse(said);
    }

    private static String digits(String number) {
        return Typed.asciiDigits(number).replaceAll("[^0-9]", "");
    }

    /** Words that run from the right keep their order to themselves. */
    private static String isolated(String text) {
        return Bidi.requiresBidi(text.toCharArray(), 0, text.length()) ? "\u2068" + text + "\u2069" : text;
    }
}
