package org.umbral.shared.catalogue;

import java.time.LocalDate;
import java.util.Optional;
import org.umbral.shared.casefile.PartialDate;
import org.umbral.shared.casefile.Value;

/** What dates of which only a part is known allow to say of age (domain notes §4.3). Never judged from looks. */
final class Ages {
    private Ages() {}

    /** Whether a partial date is not known to be older than some days. */
    static boolean isFresh(Value value, int days, LocalDate today) {
        return PartialDate.from(value)
                .flatMap(PartialDate::latest)
                .filter(date -> !date.isBefore(today.minusDays(days)))
                .isPresent();
    }

    /** @param said the age as stated, used where the birth date says nothing; only ever too young by the time since */
    static boolean mayBe(Condition.Age age, Optional<PartialDate> birth, Optional<Integer> said, LocalDate today) {
        Optional<LocalDate> latest = birth.flatMap(PartialDate::latest).or(() -> said.map(today::minusYears));
        Optional<LocalDate> earliest = birth.flatMap(PartialDate::earliest)
                .or(() -> said.map(years -> today.minusYears(years + 1L).plusDays(1)));
        Integer under = age.under();
        Integer over = age.over();
        return under != null && isYounger(latest, under, today) || over != null && isOlder(earliest, over, today);
    }

    private static boolean isYounger(Optional<LocalDate> latest, int years, LocalDate today) {
        return latest.filter(born -> born.plusYears(years).isAfter(today)).isPresent();
    }

    private static boolean isOlder(Optional<LocalDate> earliest, int years, LocalDate today) {
        return earliest.filter(born -> !born.plusYears(years + 1L).isAfter(today))
                .isPresent();
    }
}
