package org.umbral.shared.doubt;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.umbral.shared.casefile.PartialDate;
import org.umbral.shared.casefile.PartialDate.Flag;
import org.umbral.shared.casefile.Value;

/** Dates and moments (domain notes §4.3), by the first and the last day that they may be. */
final class Dates {
    private Dates() {}

    private record Span(LocalDate first, LocalDate last) {}

    /** What the numbers of a date alone make one ask. */
    static List<Doubt> flags(Value value, LocalDate today) {
        List<Doubt> doubts = new ArrayList<>();
        PartialDate.from(value)
                .ifPresent(date -> date.flags(today).stream()
                        // A hearing lies ahead: that a date does so is asked only where the field says so.
                        .filter(flag ->
                                flag != Flag.FUTURE && !(flag == Flag.AGE_GT_110 && looksLikeAnother(date, today)))
                        .forEach(flag -> doubts.add(Doubt.of(flag.name()))));
        return doubts;
    }

    private static boolean looksLikeAnother(PartialDate date, LocalDate today) {
        return date.flags(today).contains(Flag.YEAR_LOOKS_SOLAR_HIJRI)
                || date.flags(today).contains(Flag.YEAR_LOOKS_LUNAR_HIJRI);
    }

    static Optional<Doubt> future(Value value, LocalDate today) {
        return span(value).filter(span -> span.first().isAfter(today)).map(span -> Doubt.of("NOT_FUTURE"));
    }

    static Optional<Doubt> past(Value value, LocalDate today) {
        return span(value).filter(span -> span.last().isBefore(today)).map(span -> Doubt.of("PAST"));
    }

    static Optional<Doubt> before(Value value, Value other) {
        return span(value)
                .filter(span -> span(other)
                        .filter(earlier -> span.last().isBefore(earlier.first()))
                        .isPresent())
                .map(span -> Doubt.of("NOT_BEFORE"));
    }

    /** Whatever days either of the two may be, they are not the same. */
    static Optional<Doubt> disagrees(Value value, Value other) {
        return span(value)
                .filter(one -> span(other)
                        .filter(two ->
                                one.last().isBefore(two.first()) || two.last().isBefore(one.first()))
                        .isPresent())
                .map(span -> Doubt.of("DOC_DISAGREES"));
    }

    private static Optional<Span> span(Value value) {
        Optional<PartialDate> date = PartialDate.from(value);
        if (date.isPresent()) {
            return date.get().earliest().flatMap(first -> date.get().latest().map(last -> new Span(first, last)));
        }
        try {
            return value.asText()
                    .map(OffsetDateTime::parse)
                    .map(OffsetDateTime::toLocalDate)
                    .map(day -> new Span(day, day));
        } catch (DateTimeException noMoment) {
            return Optional.empty();
        }
    }
}
