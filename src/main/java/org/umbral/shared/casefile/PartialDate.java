package org.umbral.shared.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.umbral.shared.Json;

/**
 * A date of which only a part may be known (domain notes §4.3). Nothing is ever made up: a year alone stays a year. What
 * can be reckoned from it ({@link #earliest}, {@link #latest}, {@link #flags}) is never stored.
 *
 * @param calendar of {@code year}, {@code month}, {@code day}; GREG unless spoken in another
 * @param about true where the person says "about"; two years to either side
 * @param asSpoken the person's own words, kept for good; may be empty
 * @param age where only an age was said
 */
public record PartialDate(
        Calendar calendar,
        @Nullable Integer year,
        @Nullable Integer month,
        @Nullable Integer day,
        boolean about,
        String asSpoken,
        @Nullable Age age) {
    /** Which calendar the numbers are of. */
    public enum Calendar {
        GREG,
        SOLAR_HIJRI,
        LUNAR_HIJRI,
        ETHIOPIC;

        /** How many months a year has. */
        public int months() {
            return Calendars.months(this);
        }
    }

    /** How much of it is known. */
    public enum Precision {
        DAY,
        MONTH,
        YEAR,
        APPROX,
        AGE_ONLY,
        UNKNOWN
    }

    /** What is worth a second look; a fact about the numbers, never a reason to refuse them. */
    public enum Flag {
        /** 1 January, which often stands for a day that nobody knows. */
        JAN1,
        /** 1 Hamal, the same in the Solar Hijri calendar. */
        NOWRUZ1,
        FUTURE,
        AGE_GT_110,
        YEAR_LOOKS_SOLAR_HIJRI,
        YEAR_LOOKS_LUNAR_HIJRI
    }

    /**
     * An age as it was said, in whole years.
     *
     * @param from the least, as in "16 or 18"
     * @param to the greatest; the same where one was said
     * @param on the day on which it was said
     */
    public record Age(int from, int to, LocalDate on) {
        public Age {
            if (from < 0 || to < from || to > OLDEST) {
                throw new IllegalArgumentException("an age is 0 to 150 years");
            }
        }
    }

    private static final int OLDEST = 150;
    private static final int ABOUT_YEARS = 2;
    private static final int OLDEST_LIKELY = 110;

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

    public PartialDate(
            Calendar calendar,
            @Nullable Integer year,
            @Nullable Integer month,
            @Nullable Integer day,
            boolean about,
            String asSpoken) {
        this(calendar, year, month, day, about, asSpoken, null);
    }

    public static PartialDate ofYear(int year) {
        return new PartialDate(Calendar.GREG, year, null, null, false, "");
    }

    public static PartialDate of(LocalDate date) {
        return new PartialDate(Calendar.GREG, date.getYear(), date.getMonthValue(), date.getDayOfMonth(), false, "");
    }

    /** Only words, of which nothing can be reckoned: a season, "when the war began". */
    public static PartialDate spoken(String words) {
        return new PartialDate(Calendar.GREG, null, null, null, false, words);
    }

    /** Only an age; the words are kept beside it. */
    public static PartialDate ofAge(int from, int to, LocalDate on, boolean about, String asSpoken) {
        return new PartialDate(Calendar.GREG, null, null, null, about, asSpoken, new Age(from, to, on));
    }

    /** The first day that it may be; empty where it cannot be reckoned. */
    public Optional<LocalDate> earliest() {
        return firstSaid().map(first -> about ? first.minusYears(ABOUT_YEARS) : first);
    }

    /** The last day that it may be; empty where it cannot be reckoned. */
    public Optional<LocalDate> latest() {
        return lastSaid().map(last -> about ? last.plusYears(ABOUT_YEARS) : last);
    }

    private Optional<LocalDate> firstSaid() {
        if (year == null) {
            return Optional.ofNullable(age)
                    .map(said -> said.on().minusYears(said.to() + 1L).plusDays(1));
        }
        int firstMonth = month == null ? 1 : month;
        return Calendars.day(calendar, year, firstMonth, day == null ? 1 : day)
                .map(first -> first.minusDays(dayIsUncertain() ? 1 : 0));
    }

    private Optional<LocalDate> lastSaid() {
        if (year == null) {
            return Optional.ofNullable(age).map(said -> said.on().minusYears(said.from()));
        }
        int lastMonth = month == null ? calendar.months() : month;
        return Calendars.days(calendar, year, lastMonth)
                .flatMap(days -> Calendars.day(calendar, year, lastMonth, day == null ? days : day))
                .map(last -> last.plusDays(dayIsUncertain() ? 1 : 0));
    }

    /** The Islamic months begin by the moon that was seen. */
    private boolean dayIsUncertain() {
        return calendar == Calendar.LUNAR_HIJRI;
    }

    public Precision precision() {
        if (year == null) {
            return age == null ? Precision.UNKNOWN : Precision.AGE_ONLY;
        }
        if (about) {
            return Precision.APPROX;
        }
        return month == null ? Precision.YEAR : day == null ? Precision.MONTH : Precision.DAY;
    }

    /** @param today the day from which the future and ages are counted */
    public Set<Flag> flags(LocalDate today) {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        Optional<LocalDate> earliest = earliest();
        boolean exact = day != null && earliest.isPresent() && earliest.equals(latest());
        if (exact && earliest.orElseThrow().getDayOfYear() == 1) {
            flags.add(Flag.JAN1);
        }
        if (calendar == Calendar.SOLAR_HIJRI && Objects.equals(month, 1) && Objects.equals(day, 1)) {
            flags.add(Flag.NOWRUZ1);
        }
        if (earliest.filter(first -> first.isAfter(today)).isPresent()) {
            flags.add(Flag.FUTURE);
        }
        int ours = calendar == Calendar.GREG && year != null ? year : 0;
        if (ours >= 1300 && ours <= 1410) {
            flags.add(Flag.YEAR_LOOKS_SOLAR_HIJRI);
        }
        if (ours >= 1340 && ours <= 1450) {
            flags.add(Flag.YEAR_LOOKS_LUNAR_HIJRI);
        }
        boolean long110 = latest().filter(last -> last.isBefore(today.minusYears(OLDEST_LIKELY)))
                .isPresent();
        if (long110) {
            flags.add(Flag.AGE_GT_110);
        }
        return flags;
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
        if (age != null) {
            json.putObject("age")
                    .put("from", age.from())
                    .put("to", age.to())
                    .put("on", age.on().toString());
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
                    json.path("spoken").asText(""),
                    json.has("age") ? age(json.get("age")) : null));
        } catch (RuntimeException notADate) {
            return Optional.empty();
        }
    }

    private static Age age(JsonNode json) {
        return new Age(
                json.get("from").intValue(),
                json.get("to").intValue(),
                LocalDate.parse(json.get("on").textValue()));
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
