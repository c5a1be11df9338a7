package org.umbral.clinic.mrz;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.umbral.shared.casefile.PartialDate;

/**
 * A date of two-digit years of which parts may be fillers. Nothing is made up: a year alone stays a year.
 *
 * @param isDate false where the characters cannot be a date
 */
public record MrzDate(
        @Nullable Integer year,
        @Nullable Integer month,
        @Nullable Integer day,
        boolean isDate) {
    private static final String UNKNOWN = "<<";
    private static final int CENTURY = 100;
    private static final MrzDate NONE = new MrzDate(null, null, null, false);

    /** In the latest century that is not after today. */
    static MrzDate birth(String text, LocalDate today) {
        MrzDate latest = in(text, today.getYear() / CENTURY * CENTURY);
        return latest.earliest().filter(day -> day.isAfter(today)).isPresent()
                ? in(text, today.getYear() / CENTURY * CENTURY - CENTURY)
                : latest;
    }

    /** Always in this century. */
    static MrzDate expiry(String text) {
        return in(text, 2000);
    }

    private static MrzDate in(String text, int century) {
        if (!text.matches("(<<|[0-9]{2}){3}")) {
            return NONE;
        }
        Integer year = part(text, 0);
        Integer month = year == null ? null : part(text, 2);
        Integer day = month == null ? null : part(text, 4);
        try {
            LocalDate.of(year == null ? 2000 : century + year, month == null ? 1 : month, day == null ? 1 : day);
        } catch (DateTimeException noSuchDay) {
            return NONE;
        }
        return new MrzDate(year == null ? null : Integer.valueOf(century + year), month, day, true);
    }

    private static @Nullable Integer part(String text, int from) {
        String two = text.substring(from, from + 2);
        return two.equals(UNKNOWN) ? null : Integer.valueOf(two);
    }

    Optional<LocalDate> earliest() {
        return value().flatMap(PartialDate::earliest);
    }

    Optional<LocalDate> latest() {
        return value().flatMap(PartialDate::latest);
    }

    /** Empty where not even the year is known. */
    public Optional<PartialDate> value() {
        return year == null
                ? Optional.empty()
                : Optional.of(new PartialDate(PartialDate.Calendar.GREG, year, month, day, false, ""));
    }
}
