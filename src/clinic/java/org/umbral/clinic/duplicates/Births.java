package org.umbral.clinic.duplicates;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.umbral.shared.casefile.PartialDate;
import org.umbral.shared.casefile.PartialDate.Calendar;
import org.umbral.shared.casefile.PartialDate.Precision;

/** Whether two birth dates may be one, as people tell, convert and mistype dates ({@code dobClose}). */
final class Births {
    private static final Set<String> ETHIOPIC = Set.of("ETH", "ERI");
    private static final int FAR_YEARS = 2;

    private Births() {}

    /** @param ethiopic whether either of the two is a citizen where the Ethiopic calendar is used */
    static boolean close(List<PartialDate> some, List<PartialDate> others, boolean ethiopic) {
        return some.stream().anyMatch(one -> others.stream().anyMatch(other -> close(one, other, ethiopic)));
    }

    static boolean usesEthiopic(Set<String> citizenships) {
        return citizenships.stream().anyMatch(ETHIOPIC::contains);
    }

    static boolean close(PartialDate one, PartialDate other, boolean ethiopic) {
        Span a = Span.of(one);
        Span b = Span.of(other);
        if (a == null || b == null) {
            return false;
        }
        int years = Math.abs(a.from.getYear() - b.from.getYear());
        return a.gapTo(b) <= 1
                || isSwapped(one, other)
                || years == 0 && (isVague(one) || isVague(other))
                || years == 1 && (one.precision() == Precision.APPROX || other.precision() == Precision.APPROX)
                || isUnconverted(years, ethiopic);
    }

    /** More than two years apart whatever is meant; false where one is not known. */
    static boolean far(List<PartialDate> some, List<PartialDate> others) {
        List<Span> one = some.stream().map(Span::of).filter(Objects::nonNull).toList();
        List<Span> other =
                others.stream().map(Span::of).filter(Objects::nonNull).toList();
        return !one.isEmpty()
                && !other.isEmpty()
                && one.stream().allMatch(a -> other.stream().allMatch(b -> a.gapTo(b) > FAR_YEARS * 366L));
    }

    /** 3 April and 4 March of one year. */
    private static boolean isSwapped(PartialDate one, PartialDate other) {
        return one.calendar() == other.calendar()
                && one.day() != null
                && Objects.equals(one.year(), other.year())
                && Objects.equals(one.day(), other.month())
                && Objects.equals(one.month(), other.day());
    }

    private static boolean isVague(PartialDate date) {
        boolean newYear = date.calendar() != Calendar.LUNAR_HIJRI
                && Objects.equals(date.month(), 1)
                && Objects.equals(date.day(), 1);
        return newYear || date.precision() == Precision.YEAR || isOne(date);
    }

    /** 1 January of ours, said in another calendar. */
    private static boolean isOne(PartialDate date) {
        return date.day() != null
                && date.earliest().filter(day -> day.getDayOfYear() == 1).isPresent();
    }

    /**
     * A year of another calendar that was written as one of ours. Seven or eight years lie between any two siblings, so that
     * difference says something only of people who count in the Ethiopic calendar.
     */
    private static boolean isUnconverted(int years, boolean ethiopic) {
        return years == 621 || years == 622 || years >= 577 && years <= 581 || ethiopic && (years == 7 || years == 8);
    }

    /** The days that a birth may be. */
    record Span(LocalDate from, LocalDate to) {
        static @Nullable Span of(PartialDate date) {
            return date.earliest()
                    .flatMap(from -> date.latest().map(to -> new Span(from, to)))
                    .orElse(null);
        }

        /** Days between; 0 where they overlap. */
        long gapTo(Span other) {
            long after = ChronoUnit.DAYS.between(to, other.from);
            long before = ChronoUnit.DAYS.between(other.to, from);
            return Math.max(0, Math.max(after, before));
        }
    }
}
