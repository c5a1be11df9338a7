package org.umbral.shared.casefile;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * Days of other calendars as days of ours (domain notes §4.3), reckoned here, since phones have no calendar tables.
 * Solar Hijri by its cycle of 33 years, which is exact from 1178 to 1633; the Islamic calendar by the civil reckoning,
 * from which the spoken day may be one off; the Ethiopian exactly.
 */
final class Calendars {
    private static final int JULIAN_DAY_OF_EPOCH = 2_440_588;
    private static final int RATA_DIE_OF_EPOCH = 719_163;
    private static final int LAST_YEAR = 9999;

    private Calendars() {}

    static int months(PartialDate.Calendar calendar) {
        return calendar == PartialDate.Calendar.ETHIOPIC ? 13 : 12;
    }

    /** The days of a month; empty where the calendar has no such year or month. */
    static Optional<Integer> days(PartialDate.Calendar calendar, int year, int month) {
        if (year < 1 || year > LAST_YEAR || month < 1 || month > months(calendar)) {
            return Optional.empty();
        }
        return Optional.of(
                switch (calendar) {
                    case GREG -> YearMonth.of(year, month).lengthOfMonth();
                    case SOLAR_HIJRI -> month <= 6 ? 31 : month <= 11 || isSolarLeap(year) ? 30 : 29;
                    case LUNAR_HIJRI -> month % 2 == 1 || month == 12 && isLunarLeap(year) ? 30 : 29;
                    case ETHIOPIC -> month <= 12 ? 30 : year % 4 == 3 ? 6 : 5;
                });
    }

    /** Our day; empty where the calendar has no such day. */
    static Optional<LocalDate> day(PartialDate.Calendar calendar, int year, int month, int day) {
        return days(calendar, year, month)
                .filter(most -> day >= 1 && day <= most)
                .map(most -> LocalDate.ofEpochDay(epochDay(calendar, year, month, day)));
    }

    private static long epochDay(PartialDate.Calendar calendar, int year, int month, int day) {
        return switch (calendar) {
            case GREG -> LocalDate.of(year, month, day).toEpochDay();
            case SOLAR_HIJRI ->
                1_948_319L
                        + 365L * (year - 1)
                        + Math.floorDiv(8 * year + 21, 33)
                        + (month <= 7 ? 31 * (month - 1) : 30 * (month - 1) + 6)
                        + day
                        - JULIAN_DAY_OF_EPOCH;
            case LUNAR_HIJRI ->
                1_948_439L
                        + 354L * (year - 1)
                        + Math.floorDiv(3 + 11 * year, 30)
                        + (59L * (month - 1) + 1) / 2
                        + day
                        - JULIAN_DAY_OF_EPOCH;
            case ETHIOPIC -> 2_795L + 365L * (year - 1) + year / 4 + 30L * (month - 1) + day - RATA_DIE_OF_EPOCH;
        };
    }

    private static boolean isSolarLeap(int year) {
        return Math.floorMod(25 * year + 11, 33) < 8;
    }

    private static boolean isLunarLeap(int year) {
        return Math.floorMod(14 + 11 * year, 30) < 11;
    }
}
