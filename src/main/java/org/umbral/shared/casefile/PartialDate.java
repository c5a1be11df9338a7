package org.umbral.shared.casefile;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.umbral.shared.Json;

/**
 * A date of which only a part may be known (domain notes §4.3). Nothing is ever made up: a year alone stays a year.
 *
 * @param calendar of {@code year}, {@code month}, {@code day}; GREG unless spoken in another
 * @param about true where the person says "about"
 * @param asSpoken the person's own words, kept for good; may be empty
 */
public record PartialDate(
        Calendar calendar,
        @Nullable Integer year,
        @Nullable Integer month,
        @Nullable Integer day,
        boolean about,
        String asSpoken) {
    /** Which calendar the numbers are of. */
    public enum Calendar {
        GREG,
        SOLAR_HIJRI,
        LUNAR_HIJRI,
        ETHIOPIC
    }

    public PartialDate {
        if (day != null && month == null || month != null && year == null) {
            throw new IllegalArgumentException("a day needs its month, a month its year");
        }
        if (year == null && asSpoken.isBlank()) {
            throw new IllegalArgumentException("a date without a year is what was spoken");
        }
        if (calendar == Calendar.GREG && year != null) {
            requireGregorian(year, month, day);
        }
    }

    public static PartialDate ofYear(int year) {
        return new PartialDate(Calendar.GREG, year, null, null, false, "");
    }

    public static PartialDate of(LocalDate date) {
        return new PartialDate(Calendar.GREG, date.getYear(), date.getMonthValue(), date.getDayOfMonth(), false, "");
    }

    /** The first day that it may be; empty where the year is unknown or of another calendar. */
    public Optional<LocalDate> earliest() {
        if (calendar != Calendar.GREG || year == null) {
            return Optional.empty();
        }
        return Optional.of(LocalDate.of(year, month == null ? 1 : month, day == null ? 1 : day));
    }

    /** The last day that it may be. */
    public Optional<LocalDate> latest() {
        if (calendar != Calendar.GREG || year == null) {
            return Optional.empty();
        }
        YearMonth last = YearMonth.of(year, month == null ? 12 : month);
        return Optional.of(day == null ? last.atEndOfMonth() : last.atDay(day));
    }

    public Value toValue() {
        var json = Json.object();
        if (calendar != Calendar.GREG) {
            json.put("calendar", calendar.name());
        }
        if (year != null) {
            json.put("year", year);
        }
        if (month != null) {
            json.put("month", month);
        }
        if (day != null) {
            json.put("day", day);
        }
        if (about) {
            json.put("about", true);
        }
        if (!asSpoken.isEmpty()) {
            json.put("spoken", asSpoken);
        }
        return new Value(json);
    }

    public static Optional<PartialDate> from(Value value) {
        var json = value.json();
        try {
            return Optional.of(new PartialDate(
                    Calendar.valueOf(json.path("calendar").asText("GREG")),
                    json.hasNonNull("year") ? json.get("year").intValue() : null,
                    json.hasNonNull("month") ? json.get("month").intValue() : null,
                    json.hasNonNull("day") ? json.get("day").intValue() : null,
                    json.path("about").asBoolean(),
                    json.path("spoken").asText("")));
        } catch (RuntimeException notADate) {
            return Optional.empty();
        }
    }

    private static void requireGregorian(int year, @Nullable Integer month, @Nullable Integer day) {
        if (year < 1 || year > 9999 || month != null && (month < 1 || month > 12)) {
            throw new IllegalArgumentException("not a year and month");
        }
        if (month != null && day != null && !YearMonth.of(year, month).isValidDay(day)) {
            throw new IllegalArgumentException("not a day of that month");
        }
    }

    @Override
    public String toString() {
        return "PartialDate";
    }
}
