package org.umbral.phone.screen.words;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Optional;
import org.umbral.shared.casefile.PartialDate;
import org.umbral.shared.casefile.PartialDate.Calendar;

/** A partial date as a person reads it: as it was said, and beside another calendar's date ours. */
public final class SaidDate {
    private SaidDate() {}

    public static String of(Words words, PartialDate date) {
        if (date.age() != null) {
            return about(words, date, age(words, date.age()));
        }
        if (date.year() == null) {
            return Said.isolated(words, date.asSpoken());
        }
        if (date.calendar() == Calendar.GREG) {
            return about(words, date, numbers(words, date));
        }
        String calendar = words.of("calendar." + date.calendar());
        return about(
                words,
                date,
                span(words, date)
                        .map(span -> words.of("date.other", numbers(words, date), calendar, span))
                        .orElseGet(() -> words.of("date.other.plain", numbers(words, date), calendar)));
    }

    private static String about(Words words, PartialDate date, String said) {
        return date.about() ? words.of("date.about.said", said) : said;
    }

    private static String age(Words words, PartialDate.Age age) {
        String on = words.date(age.on());
        return age.from() == age.to()
                ? words.of("date.age", age.from(), on)
                : words.of("date.age.range", age.from(), age.to(), on);
    }

    private static String numbers(Words words, PartialDate date) {
        StringBuilder text = new StringBuilder();
        if (date.day() != null) {
            text.append(date.day()).append(' ');
        }
        if (date.month() != null) {
            text.append(month(words, date.calendar(), date.month(), TextStyle.SHORT))
                    .append(' ');
        }
        return text.append(date.year()).toString();
    }

    /** The days of ours that it may be: {@code 1 Jan 1991}, or {@code 20 Mar 1996 to 20 Mar 1997}. */
    public static Optional<String> span(Words words, PartialDate date) {
        return date.earliest().flatMap(first -> date.latest().map(last -> span(words, first, last)));
    }

    private static String span(Words words, LocalDate first, LocalDate last) {
        return first.equals(last) ? words.date(first) : words.of("date.span", words.date(first), words.date(last));
    }

    /** A month by its name, as the worker's language has it; for Afghans never an Iranian one. */
    public static String month(Words words, Calendar calendar, int month, TextStyle style) {
        if (calendar == Calendar.GREG && month >= 1 && month <= 12) {
            return Month.of(month).getDisplayName(style, words.locale());
        }
        String key = "month." + calendar + "." + month;
        Optional<String> own = words.isRightToLeft() ? words.find(key + ".own") : Optional.empty();
        return own.or(() -> words.find(key)).orElse(String.valueOf(month));
    }
}
