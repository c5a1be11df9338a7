package org.umbral.shared.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * How old somebody may be, by every birth date (PER-11) and every age as stated (PER-12) that is held of them; never
 * judged from looks. Each is enough: nobody is taken for grown up while one of them says otherwise (domain notes §4.3).
 *
 * @param said in whole years, as stated; only ever too young by the time since
 */
public record Ages(List<PartialDate> births, List<Integer> said, LocalDate today) {
    private static final int OF_AGE = 18;

    public Ages {
        births = List.copyOf(births);
        said = List.copyOf(said);
    }

    /** Of the values that stand in the two fields. */
    public static Ages of(Stream<Value> births, Stream<Value> said, LocalDate today) {
        return new Ages(
                births.flatMap(value -> PartialDate.from(value).stream()).toList(),
                said.flatMap(value -> value.asNumber().stream()).toList(),
                today);
    }

    public boolean mayBeUnder(int years) {
        return said.stream().anyMatch(age -> age < years)
                || births.stream()
                        .flatMap(birth -> birth.latest().stream())
                        .anyMatch(latest -> latest.plusYears(years).isAfter(today));
    }

    public boolean mayBeOver(int years) {
        return said.stream().anyMatch(age -> age > years)
                || births.stream()
                        .flatMap(birth -> birth.earliest().stream())
                        .anyMatch(earliest -> !earliest.plusYears(years + 1L).isAfter(today));
    }

    public boolean mayBeMinor() {
        return mayBeUnder(OF_AGE);
    }
}
