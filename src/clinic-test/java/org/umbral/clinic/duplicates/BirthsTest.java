package org.umbral.clinic.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.umbral.shared.casefile.PartialDate;
import org.umbral.shared.casefile.PartialDate.Calendar;

/** {@code dobClose} of domain notes §4.8. */
class BirthsTest {
    @ParameterizedTest
    @CsvFileSource(resources = "/org/umbral/clinic/duplicates/births.csv", numLinesToSkip = 1)
    void birthsAreCloseAsTheNotesSay(String one, String other, String close) {
        assertThat(Births.close(date(one), date(other), false)).isEqualTo(close.equals("yes"));
        assertThat(Births.close(date(other), date(one), false)).isEqualTo(close.equals("yes"));
    }

    @Test
    void sevenOrEightYearsSaySomethingOnlyOfPeopleWhoCountInTheEthiopicCalendar() {
        PartialDate ours = PartialDate.of(LocalDate.of(1997, 5, 2));
        PartialDate theirs = PartialDate.of(LocalDate.of(1990, 5, 2));
        assertThat(Births.close(ours, theirs, true)).isTrue();
        assertThat(Births.close(ours, theirs, false)).isFalse();
    }

    @Test
    void twoYearsApartIsFarOnlyWhereNothingElseIsWritten() {
        List<PartialDate> early = List.of(PartialDate.ofYear(1980));
        List<PartialDate> late = List.of(PartialDate.ofYear(1985));
        List<PartialDate> both = List.of(PartialDate.ofYear(1980), PartialDate.ofYear(1985));
        assertThat(Births.far(early, late)).isTrue();
        assertThat(Births.far(both, late)).isFalse();
        assertThat(Births.far(List.of(), late)).isFalse();
    }

    private static PartialDate date(String text) {
        if (text.equals("?")) {
            return PartialDate.spoken("when the war began");
        }
        boolean about = text.startsWith("~");
        String[] words = text.replace("~", "").split(" ");
        Calendar calendar =
                words.length == 1 ? Calendar.GREG : words[0].equals("SH") ? Calendar.SOLAR_HIJRI : Calendar.LUNAR_HIJRI;
        List<Integer> parts = Arrays.stream(words[words.length - 1].split("-"))
                .map(Integer::valueOf)
                .toList();
        return new PartialDate(
                calendar,
                parts.get(0),
                parts.size() > 1 ? parts.get(1) : null,
                parts.size() > 2 ? parts.get(2) : null,
                about,
                "");
    }
}
