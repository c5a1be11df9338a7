package org.umbral.clinic.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Times as a person says them: {@code 21 Nov 2026}, with the age beside. */
final class Moments {
    private final Clock clock;
    private final ZoneId zone;
    private final Words words;

    Moments(Clock clock, ZoneId zone, Words words) {
        this.clock = clock;
        this.zone = zone;
        this.words = words;
    }

    String date(LocalDate date) {
        return DateTimeFormatter.ofPattern("d MMM uuuu", words.locale()).format(date);
    }

    String date(Instant at) {
        return date(LocalDate.ofInstant(at, zone));
    }

    String time(Instant at) {
        return DateTimeFormatter.ofPattern("HH:mm").format(at.atZone(zone));
    }

    /** {@code 14:10} today, else {@code 20 Nov 2026, 14:10}. */
    String shortly(Instant at) {
        return LocalDate.ofInstant(at, zone).equals(today()) ? time(at) : date(at) + ", " + time(at);
    }

    /** Date and time, also of what is to come. */
    String exact(Instant at) {
        return date(at) + ", " + time(at);
    }

    /** Date, time and age. */
    String whole(Instant at) {
        return date(at) + ", " + time(at) + " (" + age(at) + ")";
    }

    /** As its author's clock and offset had it. */
    String spoken(OffsetDateTime at) {
        return date(at.toLocalDate()) + ", "
                + DateTimeFormatter.ofPattern("HH:mm").format(at) + " ("
                + age(at.toInstant()) + ")";
    }

    String age(Instant at) {
        Duration since = Duration.between(at, clock.instant());
        if (since.isNegative() || since.toMinutes() < 1) {
            return words.say("age.now");
        }
        if (since.toHours() < 1) {
            return words.say("age.minutes", since.toMinutes());
        }
        if (since.toHours() < 24) {
            return words.say("age.hours", since.toHours());
        }
        return days(ChronoUnit.DAYS.between(LocalDate.ofInstant(at, zone), today()));
    }

    /** How far a day is from today, before or after. */
    String distance(LocalDate day) {
        long days = ChronoUnit.DAYS.between(day, today());
        return days < 0 ? words.say("age.in.days", -days) : days == 0 ? words.say("age.today") : days(days);
    }

    long years(LocalDate birth) {
        return ChronoUnit.YEARS.between(birth, today());
    }

    private String days(long days) {
        return days > 730 ? words.say("age.years", days / 365) : words.say("age.days", days);
    }

    ZoneId zone() {
        return zone;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
