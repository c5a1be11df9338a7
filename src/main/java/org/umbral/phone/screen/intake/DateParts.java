package org.umbral.phone.screen.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.umbral.shared.casefile.PartialDate;
import org.umbral.shared.casefile.PartialDate.Calendar;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.doubt.Typed;

/**
 * A birth date or another date as it was typed, of which only the year, an age or words may be known (domain notes §4.3).
 * No controls. What cannot be a date is kept as it was typed.
 *
 * @param month 0 while none is chosen
 * @param from the age, or the least of two
 * @param on the day on which an age was said; null before it is kept
 */
record DateParts(
        Way way,
        String day,
        int month,
        String year,
        boolean about,
        String from,
        String to,
        String words,
        @Nullable LocalDate on) {
    /** How the person says it. */
    enum Way {
        GREG,
        SOLAR_HIJRI,
        LUNAR_HIJRI,
        ETHIOPIC,
        AGE,
        WORDS;

        boolean hasDays() {
            return this != AGE && this != WORDS;
        }

        Calendar calendar() {
            return hasDays() ? Calendar.valueOf(name()) : Calendar.GREG;
        }
    }

    private static final int OLDEST = 1850;
    private static final int AHEAD = 10;
    private static final int OLDEST_AGE = 120;

    static DateParts empty() {
        return new DateParts(Way.GREG, "", 0, "", false, "", "", "", null);
    }

    /** The same said another way; an age is said today. A month of another calendar is not carried over. */
    DateParts in(Way other, LocalDate today) {
        int kept = other == way ? month : 0;
        return new DateParts(other, day, kept, year, about, from, to, words, on == null ? today : on);
    }

    DateParts withMonth(int chosen) {
        return new DateParts(way, day, chosen, year, about, from, to, words, on);
    }

    boolean isEmpty() {
        return switch (way) {
            case AGE -> from.isBlank() && to.isBlank();
            case WORDS -> words.isBlank();
            default -> day.isBlank() && month == 0 && year.isBlank();
        };
    }

    /** True where a whole date stands in one box whose day and month cannot be told apart: 03/04/90. */
    boolean isAmbiguous() {
        return way == Way.GREG && numbers().size() == 3;
    }

    /** A whole date that was typed into one box, as its numbers. */
    private List<String> numbers() {
        return Stream.of(Typed.asciiDigits(year.isBlank() ? day : year).strip().split("[/.\\- ]+"))
                .filter(part -> part.matches("[0-9]{1,4}"))
                .toList();
    }

    /** With the month that was chosen for a whole date in one box; what is left finds its place where it can only be one. */
    DateParts withMonthOf(int chosen) {
        List<String> rest = new java.util.ArrayList<>(numbers());
        rest.remove(rest.stream()
                .filter(part -> Integer.parseInt(part) == chosen && part.length() <= 2)
                .findFirst()
                .orElse(""));
        String fullYear =
                rest.stream().filter(part -> part.length() == 4).findFirst().orElse("");
        rest.remove(fullYear);
        boolean sure = rest.size() == 1 && !fullYear.isEmpty();
        String left = sure ? String.valueOf(Integer.parseInt(rest.get(0))) : "";
        String typed = (year.isBlank() ? day : year).strip();
        return new DateParts(way, left, chosen, fullYear, about, from, to, words.isBlank() ? typed : words, on);
    }

    /** The key of what is odd; empty where it can be written. */
    Optional<String> doubt(LocalDate today) {
        if (isEmpty() || way == Way.WORDS) {
            return Optional.empty();
        }
        if (way == Way.AGE) {
            return age().isPresent() ? Optional.empty() : Optional.of("date.age.odd");
        }
        if (isAmbiguous()) {
            return Optional.of("date.ambiguous");
        }
        Optional<Integer> y = number(year);
        if (y.isEmpty() || year.strip().length() < 4) {
            return Optional.of("date.year");
        }
        if (!day.isBlank() && month == 0) {
            return Optional.of("date.month");
        }
        if (way == Way.GREG && looksHijri()) {
            return Optional.of("date.hijri");
        }
        if (!isLikely(y.get(), today)) {
            return Optional.of(way == Way.GREG ? "date.year" : "date.year.other");
        }
        return date().flatMap(PartialDate::earliest).isEmpty() ? Optional.of("date.day") : Optional.empty();
    }

    private boolean isLikely(int y, LocalDate today) {
        return switch (way) {
            case SOLAR_HIJRI -> y >= OLDEST - 622 && y <= today.getYear() - 621 + AHEAD;
            case LUNAR_HIJRI -> y >= 1266 && y <= 1470;
            case ETHIOPIC -> y >= OLDEST - 8 && y <= today.getYear() - 7 + AHEAD;
            default -> y >= OLDEST && y <= today.getYear() + AHEAD;
        };
    }

    /** A year of our calendar that is more likely of another. */
    boolean looksHijri() {
        return way == Way.GREG
                && number(year).filter(y -> y >= 1250 && y <= 1499).isPresent();
    }

    /** The date as far as it can be made, for what is said about it; empty where it cannot. */
    Optional<PartialDate> date() {
        try {
            return switch (way) {
                case AGE -> age();
                case WORDS -> words.isBlank() ? Optional.empty() : Optional.of(PartialDate.spoken(words.strip()));
                default ->
                    number(year)
                            .map(y -> new PartialDate(
                                    way.calendar(),
                                    y,
                                    month == 0 ? null : month,
                                    number(day).orElse(null),
                                    about,
                                    words.strip()));
            };
        } catch (IllegalArgumentException noSuchDay) {
            return Optional.empty();
        }
    }

    private Optional<PartialDate> age() {
        Optional<Integer> least = number(from);
        Optional<Integer> most = to.isBlank() ? least : number(to);
        if (on == null || least.isEmpty() || most.isEmpty() || Math.max(least.get(), most.get()) > OLDEST_AGE) {
            return Optional.empty();
        }
        int one = least.get();
        int other = most.get();
        return Optional.of(PartialDate.ofAge(Math.min(one, other), Math.max(one, other), on, about, spoken()));
    }

    /** What is written down; never nothing where something was typed. */
    Value value(LocalDate today) {
        if (isEmpty()) {
            return Value.text("");
        }
        return (doubt(today).isPresent() ? Optional.<PartialDate>empty() : date())
                .orElseGet(() -> PartialDate.spoken(spoken()))
                .toValue();
    }

    private String spoken() {
        if (way == Way.AGE) {
            return words.isBlank() ? (from + " " + to).strip().replace(" ", "–") : words.strip();
        }
        String typed =
                (day + " " + (month == 0 ? "" : month) + " " + year).strip().replaceAll(" +", " ");
        return words.isBlank() ? typed : words.strip() + " · " + typed;
    }

    static DateParts of(PartialDate date) {
        if (date.age() != null) {
            int from = date.age().from();
            int to = date.age().to();
            return new DateParts(
                    Way.AGE,
                    "",
                    0,
                    "",
                    date.about(),
                    "" + from,
                    to == from ? "" : "" + to,
                    "",
                    date.age().on());
        }
        boolean digits = number(date.asSpoken()).isPresent();
        if (date.year() == null && !digits) {
            return new DateParts(Way.WORDS, "", 0, "", false, "", "", date.asSpoken(), null);
        }
        Integer month = date.month();
        return new DateParts(
                Way.valueOf(date.calendar().name()),
                date.day() == null ? "" : String.valueOf(date.day()),
                month == null ? 0 : month,
                date.year() == null ? date.asSpoken() : String.valueOf(date.year()),
                date.about(),
                "",
                "",
                date.year() == null ? "" : date.asSpoken(),
                null);
    }

    /** A number in any script's digits. */
    static Optional<Integer> number(String typed) {
        String plain = typed.strip();
        return plain.length() > 4 || !plain.chars().allMatch(Character::isDigit)
                ? Optional.empty()
                : Typed.whole(plain);
    }
}
