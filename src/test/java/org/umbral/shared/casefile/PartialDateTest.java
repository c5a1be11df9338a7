package org.umbral.shared.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.umbral.shared.Json;
import org.umbral.shared.casefile.PartialDate.Calendar;
import org.umbral.shared.casefile.PartialDate.Flag;
import org.umbral.shared.casefile.PartialDate.Precision;

class PartialDateTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    @ParameterizedTest
    @CsvFileSource(resources = "/org/umbral/domain/dates.csv")
    void everyCalendarIsReckonedAsTheNotesSay(
            Calendar calendar, Integer year, Integer month, Integer day, LocalDate first, LocalDate last) {
        PartialDate date = new PartialDate(calendar, year, month, day, false, "");
        assertThat(date.earliest()).contains(first);
        assertThat(date.latest()).contains(last);
        assertThat(PartialDate.from(date.toValue())).contains(date);
    }

    @ParameterizedTest
    @EnumSource(Calendar.class)
    void everyDayFollowsTheOneBefore(Calendar calendar) {
        LocalDate before = null;
        for (int year = 1178; year <= 1500; year++) {
            for (int month = 1; month <= calendar.months(); month++) {
                for (int day = 1; day <= Calendars.days(calendar, year, month).orElseThrow(); day++) {
                    LocalDate now = Calendars.day(calendar, year, month, day).orElseThrow();
                    if (before != null) {
                        assertThat(now)
                                .as("%s %d-%d-%d", calendar, year, month, day)
                                .isEqualTo(before.plusDays(1));
                    }
                    before = now;
                }
            }
        }
    }

    @Test
    void aboutIsTwoYearsToEitherSide() {
        PartialDate about = new PartialDate(Calendar.GREG, 1990, null, null, true, "");
        assertThat(about.earliest()).contains(LocalDate.of(1988, 1, 1));
        assertThat(about.latest()).contains(LocalDate.of(1992, 12, 31));
        assertThat(about.precision()).isEqualTo(Precision.APPROX);
    }

    @Test
    void anAgeIsASpanOfBirthDatesAndNoDate() {
        PartialDate thirty = PartialDate.ofAge(30, 30, TODAY, false, "30");
        assertThat(thirty.earliest()).contains(LocalDate.of(1995, 11, 21));
        assertThat(thirty.latest()).contains(LocalDate.of(1996, 11, 20));
        assertThat(thirty.year()).isNull();
        assertThat(thirty.precision()).isEqualTo(Precision.AGE_ONLY);
        PartialDate about = PartialDate.ofAge(30, 30, TODAY, true, "30-something");
        assertThat(about.earliest()).contains(LocalDate.of(1993, 11, 21));
        assertThat(PartialDate.from(about.toValue())).contains(about);
    }

    @Test
    void sixteenOrEighteenIsPossiblyAMinor() {
        PartialDate said = PartialDate.ofAge(16, 18, TODAY, false, "16 or 18");
        assertThat(MinorStatus.of(said, TODAY)).contains(MinorStatus.POSSIBLY_MINOR);
        assertThat(MinorStatus.of(said, TODAY).orElseThrow().isProtected()).isTrue();
        assertThat(MinorStatus.of(PartialDate.ofYear(2015), TODAY)).contains(MinorStatus.MINOR);
        assertThat(MinorStatus.of(PartialDate.ofYear(2008), TODAY)).contains(MinorStatus.POSSIBLY_MINOR);
        assertThat(MinorStatus.of(PartialDate.of(LocalDate.of(2008, 11, 20)), TODAY))
                .contains(MinorStatus.ADULT);
        assertThat(MinorStatus.of(PartialDate.spoken("rainy season"), TODAY)).isEmpty();
    }

    @Test
    void whatIsOddIsFlaggedAndNeverStored() {
        PartialDate converted = new PartialDate(Calendar.SOLAR_HIJRI, 1369, 10, 11, false, "11 Jadi 1369");
        assertThat(converted.flags(TODAY)).containsExactly(Flag.JAN1);
        assertThat(converted.toValue().json().has("flags")).isFalse();
        assertThat(PartialDate.of(LocalDate.of(1990, 1, 1)).flags(TODAY)).containsExactly(Flag.JAN1);
        assertThat(new PartialDate(Calendar.SOLAR_HIJRI, 1369, 1, 1, false, "").flags(TODAY))
                .containsExactly(Flag.NOWRUZ1);
        assertThat(PartialDate.ofYear(2027).flags(TODAY)).containsExactly(Flag.FUTURE);
        assertThat(PartialDate.ofYear(1369).flags(TODAY))
                .containsExactlyInAnyOrder(Flag.YEAR_LOOKS_SOLAR_HIJRI, Flag.YEAR_LOOKS_LUNAR_HIJRI, Flag.AGE_GT_110);
        assertThat(PartialDate.ofYear(1990).flags(TODAY)).isEmpty();
    }

    @Test
    void whatOlderPhonesWroteIsStillRead() throws Exception {
        for (String json : new String[] {
            "{\"year\":1985,\"month\":3,\"day\":17}",
            "{\"calendar\":\"SOLAR_HIJRI\",\"year\":1369,\"month\":13,\"spoken\":\"1369\"}",
            "{\"spoken\":\"when the war began\"}"
        }) {
            Value value = new Value(Json.tree(json));
            assertThat(PartialDate.from(value).map(PartialDate::toValue)).contains(value);
        }
    }

    @ParameterizedTest
    @MethodSource("org.umbral.testing.Seeds#fifty")
    void theLessIsKnownTheWiderTheSpan(long seed) {
        Random random = new Random(seed);
        Calendar calendar = Calendar.values()[random.nextInt(4)];
        int year = 1300 + random.nextInt(100);
        int month = 1 + random.nextInt(12);
        int day = 1 + random.nextInt(29);
        PartialDate exact = new PartialDate(calendar, year, month, day, false, "");
        PartialDate ofMonth = new PartialDate(calendar, year, month, null, false, "");
        PartialDate ofYear = new PartialDate(calendar, year, null, null, false, "");
        PartialDate about = new PartialDate(calendar, year, null, null, true, "");
        within(exact, ofMonth);
        within(ofMonth, ofYear);
        within(ofYear, about);
    }

    private static void within(PartialDate inner, PartialDate outer) {
        assertThat(inner.earliest().orElse(LocalDate.MIN))
                .isAfterOrEqualTo(outer.earliest().orElseThrow());
        assertThat(inner.latest().orElse(LocalDate.MIN))
                .isBeforeOrEqualTo(outer.latest().orElseThrow());
    }
}
