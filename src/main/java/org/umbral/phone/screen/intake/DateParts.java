package org.umbral.phone.screen.intake;

import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;
import org.umbral.shared.casefile.PartialDate;
import org.umbral.shared.casefile.Value;

/**
 * A birth date or another date as it was typed, of which only the year may be known (domain notes §4.3). No controls.
 *
 * @param month 0 while none is chosen
 * @param solarHijri the worker said that the year is of the Afghan calendar
 */
record DateParts(String day, int month, String year, boolean about, boolean solarHijri) {
    private static final int OLDEST = 1850;

    /** Years that may well be of the Solar or Lunar Hijri calendar. */
    boolean looksHijri() {
        return number(year).filter(y -> y >= 1250 && y <= 1499).isPresent();
    }

    boolean isEmpty() {
        return day.isBlank() && month == 0 && year.isBlank();
    }

    /** The key of what is odd; empty where it can be written. */
    Optional<String> doubt(Year now) {
        if (isEmpty()) {
            return Optional.empty();
        }
        Optional<Integer> y = number(year);
        if (y.isEmpty()) {
            return Optional.of("date.year");
        }
        if (!day.isBlank() && month == 0) {
            return Optional.of("date.month");
        }
        if (looksHijri()) {
            return solarHijri ? Optional.empty() : Optional.of("date.hijri");
        }
        if (y.get() < OLDEST || y.get() > now.getValue() + 10) {
            return Optional.of("date.year");
        }
        boolean noSuchDay = !day.isBlank()
                && !number(day).filter(YearMonth.of(y.get(), month)::isValidDay).isPresent();
        return noSuchDay ? Optional.of("date.day") : Optional.empty();
    }

    /** What can be written down as it stands; a year that may be of another calendar only as it was spoken. */
    Optional<Value> value(Year now) {
        if (isEmpty()) {
            return Optional.of(Value.text(""));
        }
        Optional<String> doubt = doubt(now);
        if (doubt.filter("date.hijri"::equals).isPresent()) {
            return Optional.of(new PartialDate(PartialDate.Calendar.GREG, null, null, null, about, spoken()).toValue());
        }
        if (doubt.isPresent()) {
            return Optional.empty();
        }
        PartialDate.Calendar calendar =
                solarHijri && looksHijri() ? PartialDate.Calendar.SOLAR_HIJRI : PartialDate.Calendar.GREG;
        return Optional.of(new PartialDate(
                        calendar,
                        number(year).orElseThrow(),
                        month == 0 ? null : month,
                        number(day).orElse(null),
                        about,
                        calendar == PartialDate.Calendar.GREG ? "" : spoken())
                .toValue());
    }

    private String spoken() {
        return (day + " " + (month == 0 ? "" : month) + " " + year).strip().replaceAll(" +", " ");
    }

    static DateParts of(PartialDate date) {
        boolean hijri = date.calendar() == PartialDate.Calendar.SOLAR_HIJRI;
        Integer month = date.month();
        return new DateParts(
                date.day() == null ? "" : String.valueOf(date.day()),
                month == null ? 0 : month,
                date.year() == null ? date.asSpoken() : String.valueOf(date.year()),
                date.about(),
                hijri);
    }

    /** A number in any script's digits. */
    static Optional<Integer> number(String typed) {
        String plain = typed.strip();
        if (plain.isEmpty() || plain.length() > 4 || !plain.chars().allMatch(Character::isDigit)) {
            return Optional.empty();
        }
        return Optional.of(plain.chars().map(Character::getNumericValue).reduce(0, (sum, digit) -> 10 * sum + digit));
    }
}
