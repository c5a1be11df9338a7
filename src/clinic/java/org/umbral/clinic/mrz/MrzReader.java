package org.umbral.clinic.mrz;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.umbral.clinic.mrz.Format.Span;
import org.umbral.clinic.mrz.Mrz.Check;
import org.umbral.clinic.mrz.Mrz.Doubt;
import org.umbral.clinic.mrz.Mrz.Part;
import org.umbral.clinic.mrz.Mrz.Repair;

/** Reads the parts of one set of lines. */
final class MrzReader {
    /** What a scanner or an eye takes for a digit. */
    private static final Map<Character, Character> LOOKS_LIKE =
            Map.of('O', '0', 'I', '1', 'L', '1', 'S', '5', 'B', '8', 'Z', '2', 'G', '6');

    private final Lines lines;
    private final Format format;
    private final LocalDate today;

    MrzReader(Lines lines, LocalDate today) {
        this.lines = lines;
        this.format = lines.format();
        this.today = today;
    }

    Mrz read() {
        MrzDate birth = MrzDate.birth(text(format.birth()), today);
        MrzDate expiry = MrzDate.expiry(text(format.expiry()));
        String[] names = text(format.names()).replaceFirst("<+$", "").split("<<", 2);
        String secondary = names.length > 1 ? words(names[1]) : "";
        String sex = text(format.sex());
        return new Mrz(
                format,
                bare(text(format.code())),
                bare(text(format.issuer())),
                number(),
                bare(text(format.nationality())),
                birth,
                sex.matches("[FMX]") ? sex : "",
                expiry,
                words(names[0]),
                secondary,
                checks(),
                doubts(birth, expiry, sex, secondary));
    }

    private Set<Doubt> doubts(MrzDate birth, MrzDate expiry, String sex, String secondary) {
        EnumSet<Doubt> doubts = EnumSet.noneOf(Doubt.class);
        add(doubts, Doubt.NAME_CUT, !text(format.names()).endsWith("<"));
        add(doubts, Doubt.SEX_ODD, !sex.matches("[FM<]"));
        add(doubts, Doubt.BIRTH_NO_DATE, !birth.isDate());
        add(doubts, Doubt.EXPIRY_NO_DATE, !expiry.isDate());
        add(doubts, Doubt.ONE_NAME, secondary.isEmpty());
        add(doubts, Doubt.UNDER_ONE_YEAR, isIn(birth.earliest(), day -> day.isAfter(today.minusYears(1))));
        add(doubts, Doubt.EXPIRED_BEFORE_BIRTH, isIn(birth.earliest(), day -> isIn(expiry.latest(), day::isAfter)));
        return doubts;
    }

    private static void add(Set<Doubt> doubts, Doubt doubt, boolean there) {
        if (there) {
            doubts.add(doubt);
        }
    }

    private static boolean isIn(Optional<LocalDate> day, Predicate<LocalDate> which) {
        return day.filter(which).isPresent();
    }

    private List<Check> checks() {
        List<Check> checks = new ArrayList<>();
        checks.add(longNumber().isEmpty() ? check(Part.NUMBER, format.number(), false) : longCheck());
        checks.add(check(Part.BIRTH, format.birth(), true));
        checks.add(check(Part.EXPIRY, format.expiry(), true));
        if (format == Format.TD3) {
            checks.add(check(Part.OPTIONAL, format.optional(), false));
        }
        String over = format.composite().stream().map(this::text).collect(Collectors.joining());
        char printed = text(format.compositeDigit()).charAt(0);
        checks.add(new Check(Part.ALL, printed, CheckDigit.of(over), printed == CheckDigit.of(over), Optional.empty()));
        return checks;
    }

    private Check check(Part part, Span span, boolean numeric) {
        String over = text(span);
        char printed = text(Format.digitAfter(span)).charAt(0);
        boolean holds = holds(part, over, printed) && (!numeric || over.matches("[0-9<]+"));
        return new Check(
                part, printed, CheckDigit.of(over), holds, holds ? Optional.empty() : repair(part, span, numeric));
    }

    /** Where there is nothing to check, a filler may stand for the digit. */
    private static boolean holds(Part part, String over, char printed) {
        boolean nothing = part == Part.OPTIONAL && over.matches("<+");
        return printed == CheckDigit.of(over) || nothing && printed == '<';
    }

    /** The one character that makes it hold; where none or several would, nothing is offered. */
    private Optional<Repair> repair(Part part, Span span, boolean numeric) {
        String whole = text(span) + text(Format.digitAfter(span));
        List<Repair> found = new ArrayList<>();
        for (int i = 0; i < whole.length(); i++) {
            Character digit = LOOKS_LIKE.get(whole.charAt(i));
            if (digit != null) {
                String tried = whole.substring(0, i) + digit + whole.substring(i + 1);
                String over = tried.substring(0, tried.length() - 1);
                boolean reads = !numeric || over.matches("[0-9<]+");
                if (reads && holds(part, over, tried.charAt(tried.length() - 1))) {
                    found.add(new Repair(span.line(), span.from() + i, whole.charAt(i), digit));
                }
            }
        }
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** A number of more than nine characters goes on in the optional part, with its check digit at its end. */
    private String longNumber() {
        boolean goesOn =
                format != Format.TD3 && text(Format.digitAfter(format.number())).equals("<");
        String rest = goesOn ? text(format.optional()).split("<", 2)[0] : "";
        return rest.length() > 1 ? rest : "";
    }

    private Check longCheck() {
        String rest = longNumber();
        String over = text(format.number()) + "<" + rest.substring(0, rest.length() - 1);
        char printed = rest.charAt(rest.length() - 1);
        return new Check(Part.NUMBER, printed, CheckDigit.of(over), printed == CheckDigit.of(over), Optional.empty());
    }

    private String number() {
        String rest = longNumber();
        return bare(text(format.number())) + (rest.isEmpty() ? "" : rest.substring(0, rest.length() - 1));
    }

    private String text(Span span) {
        return span.of(lines.all());
    }

    private static String bare(String text) {
        return text.replace("<", "");
    }

    private static String words(String text) {
        return text.replaceAll("<+", " ").strip();
    }
}
