package org.umbral.clinic.web;

import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.umbral.shared.casefile.PartialDate;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.catalogue.Field;
import org.umbral.shared.doubt.ANumber;

/**
 * A value as the boxes of a form hold it, each by the end of its name: empty for the only one, {@code year} of a date. What
 * is blank is not held, so that a form that nobody touched equals what it was made of.
 */
record Boxes(Map<String, List<String>> held) {
    static final List<String> DATE = List.of("calendar", "day", "month", "year", "about", "from", "to", "spoken");
    static final List<String> ADDRESS = List.of("street", "city", "region", "code", "country");
    static final String ONLY = "";
    static final String WHY = "why";
    static final String YES = "yes";
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

    static Boxes of(Field field, Optional<Value> value, ZoneId zone) {
        Boxes boxes = new Boxes(new LinkedHashMap<>());
        value.ifPresent(one -> boxes.fill(field, one, zone));
        return boxes;
    }

    static Boxes posted(Context ctx, Field field) {
        Boxes boxes = new Boxes(new LinkedHashMap<>());
        for (String name : names(field)) {
            boxes.put(name, ctx.formParams(nameOf(field, name)));
        }
        if (boxes.one("calendar").equals("GREG")) {
            boxes.held.remove("calendar");
        }
        return boxes;
    }

    /** The kind of a way to find somebody, where the form asks for it. */
    static String kind(Context ctx) {
        return Objects.requireNonNullElse(ctx.formParam("PER-28A"), "");
    }

    static String nameOf(Field field, String end) {
        return end.isEmpty() ? field.id() : field.id() + "." + end;
    }

    private static List<String> names(Field field) {
        return switch (field.type()) {
            case PARTIAL_DATE -> with(DATE);
            case ADDRESS -> with(ADDRESS);
            default -> List.of(ONLY, WHY);
        };
    }

    private static List<String> with(List<String> parts) {
        return Stream.concat(parts.stream(), Stream.of(WHY)).toList();
    }

    String one(String name) {
        List<String> values = held.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.get(0);
    }

    List<String> all(String name) {
        return held.getOrDefault(name, List.of());
    }

    boolean has(String name, String value) {
        return all(name).contains(value);
    }

    /** Whether anything but a reason for having no answer stands there. */
    boolean isAnswered() {
        return held.keySet().stream().anyMatch(name -> !name.equals(WHY));
    }

    private void put(String name, List<String> values) {
        List<String> said = values.stream()
                .map(value -> value.replace("\r\n", "\n").strip())
                .filter(value -> !value.isEmpty())
                .toList();
        if (!said.isEmpty()) {
            held.put(name, said);
        }
    }

    private void put(String name, String value) {
        put(name, List.of(value));
    }

    private void fill(Field field, Value value, ZoneId zone) {
        if (value.whyUnanswered().isPresent()) {
            put(WHY, value.whyUnanswered().get().name());
            return;
        }
        switch (field.type()) {
            case CHOICES, REFERENCES -> put(ONLY, value.asChoices());
            case FLAG -> put(ONLY, value.isTrue() ? YES : "");
            case NUMBER, MONEY ->
                put(
                        ONLY,
                        value.asNumber().map(String::valueOf).or(value::asText).orElse(""));
            case A_NUMBER -> put(ONLY, value.asText().map(ANumber::shown).orElse(""));
            case MOMENT ->
                put(ONLY, value.asText().map(text -> minute(text, zone)).orElse(""));
            case PARTIAL_DATE -> PartialDate.from(value).ifPresent(this::fill);
            case ADDRESS -> ADDRESS.forEach(part -> put(part, value.part(part).orElse("")));
            default -> put(ONLY, value.asText().orElse(""));
        }
    }

    private void fill(PartialDate date) {
        put(
                "calendar",
                date.calendar() == PartialDate.Calendar.GREG
                        ? ""
                        : date.calendar().name());
        put("day", number(date.day()));
        put("month", number(date.month()));
        put("year", number(date.year()));
        put("about", date.about() ? YES : "");
        put("spoken", date.asSpoken());
        if (date.age() != null) {
            put("from", number(date.age().from()));
            put(
                    "to",
                    date.age().from() == date.age().to()
                            ? ""
                            : number(date.age().to()));
        }
    }

    private static String number(@Nullable Integer number) {
        return number == null ? "" : String.valueOf(number);
    }

    private static String minute(String moment, ZoneId zone) {
        try {
            return MINUTE.format(OffsetDateTime.parse(moment).atZoneSameInstant(zone));
        } catch (DateTimeException noMoment) {
            return "";
        }
    }
}
