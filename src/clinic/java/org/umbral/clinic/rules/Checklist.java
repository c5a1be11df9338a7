package org.umbral.clinic.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.umbral.shared.casefile.Answer;
import org.umbral.shared.casefile.Audience;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.Item;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.catalogue.BesideFacts;
import org.umbral.shared.catalogue.Catalogue;
import org.umbral.shared.catalogue.Conditions;
import org.umbral.shared.catalogue.Field;
import org.umbral.shared.catalogue.Readiness;
import org.umbral.shared.catalogue.Rule;

/**
 * Every line of the clinic's list that is asked of a case, and what there is (domain notes §3.1). A line that is not asked
 * is not here. For rules that phones run too, what is not there is what the phone lists. Pure; thread-safe.
 *
 * @param authority that an attorney chose; empty where the lines go by the situation
 */
public record Checklist(Optional<String> authority, List<Line> lines) {
    private static final FieldId CHOSEN = new FieldId("CAS-04");
    private static final String NOT_YET = "NONE_YET";
    private static final Map<String, String> AUTHORITY_OF =
            Map.of("ICE", "ICE", "CBP", "CBP", "USC", "USCIS_ABROAD", "REP", "USCIS_REPAROLE");

    /** What is known of a line. */
    public enum State {
        PRESENT,
        MISSING,
        /** There, but older than the list asks. */
        STALE,
        /** No answer alone settles it, or its answers differ: a person has to look. */
        NEEDS_REVIEW,
        /** An attorney said that it need not be there. */
        WAIVED
    }

    /**
     * @param gap names the item, and what of it is missing
     * @param ruling the attorney's word on it
     */
    public record Line(Readiness.Gap gap, State state, Optional<Ruling> ruling) {
        public Rule rule() {
            return gap.rule();
        }
    }

    public Checklist {
        lines = List.copyOf(lines);
    }

    /**
     * Without what is known beside the case.
     *
     * @param mayRead which fields the reader may read: of rules that read others, nothing is said
     * @param today the day that ages and freshness are counted from
     */
    public static Checklist of(Catalogue catalogue, CaseFile file, LocalDate today, Predicate<Field> mayRead) {
        return of(catalogue, file, today, mayRead, BesideFacts.NONE);
    }

    /** @param beside also of what it does not know, nothing is said */
    public static Checklist of(
            Catalogue catalogue, CaseFile file, LocalDate today, Predicate<Field> mayRead, BesideFacts beside) {
        Predicate<Field> known = field -> mayRead.test(field) && (isEntered(field) || beside.knows(field.id()));
        Optional<String> authority = chosen(catalogue, file, mayRead);
        Conditions conditions = new Conditions(catalogue, file, today, beside);
        List<Ruling> rulings = Ruling.in(file);
        List<Line> lines = Readiness.asked(asked(catalogue, authority, known), conditions).stream()
                .map(asked -> line(asked, found(asked, conditions, catalogue), rulings))
                .toList();
        return new Checklist(authority, lines);
    }

    private static Line line(Readiness.Asked asked, State found, List<Ruling> rulings) {
        Readiness.Gap gap = asked.gap();
        Optional<Ruling> ruling =
                rulings.stream().filter(one -> one.isOn(gap.rule(), gap.item())).findFirst();
        return new Line(gap, ruled(found, ruling), ruling);
    }

    private static State found(Readiness.Asked asked, Conditions conditions, Catalogue catalogue) {
        if (asked.holds()) {
            return State.PRESENT;
        }
        Readiness.Gap gap = asked.gap();
        if (conditions.hold(Relaxed.ofAnyAge(gap.rule().holds()), gap.item())) {
            return State.STALE;
        }
        boolean nobodyFillsIt = catalogue.field(gap.field()).stream().noneMatch(Checklist::isEntered);
        return nobodyFillsIt ? State.NEEDS_REVIEW : missing(gap, conditions.caseFile());
    }

    /** What nobody enters is found out beside the case. */
    private static boolean isEntered(Field field) {
        return !field.enters().isEmpty();
    }

    /** The authority that a rule belongs to; empty for what every request needs. */
    public static Optional<String> authorityOf(Rule rule) {
        return Optional.ofNullable(AUTHORITY_OF.get(rule.id().substring(0, 3)));
    }

    /** The words of attorneys that count in a case now. */
    public static List<Ruling> rulings(CaseFile file) {
        return Ruling.in(file);
    }

    private static Optional<String> chosen(Catalogue catalogue, CaseFile file, Predicate<Field> mayRead) {
        return catalogue
                .field(CHOSEN)
                .filter(mayRead)
                .flatMap(field -> file.answer(ItemId.CASE, CHOSEN))
                .flatMap(Answer::settled)
                .flatMap(Value::asText)
                .filter(code -> !code.equals(NOT_YET));
    }

    /** Whether it reads nothing that only attorneys read. */
    public static boolean isForAllStaff(Catalogue catalogue, Rule rule) {
        return RuleFields.of(rule).stream()
                .allMatch(id -> catalogue
                        .field(id)
                        .filter(field -> field.readBy() != Audience.ATTORNEY)
                        .isPresent());
    }

    private static List<Rule> asked(Catalogue catalogue, Optional<String> chosen, Predicate<Field> mayRead) {
        List<Rule> asked = new ArrayList<>();
        for (Rule rule : catalogue.rules()) {
            Optional<String> authority = authorityOf(rule);
            boolean known = RuleFields.of(rule).stream()
                    .allMatch(id -> catalogue.field(id).filter(mayRead).isPresent());
            if (known && (chosen.isEmpty() || authority.isEmpty() || authority.equals(chosen))) {
                asked.add(chosen.isPresent() && authority.isPresent() ? Relaxed.inAnySituation(rule) : rule);
            }
        }
        return asked;
    }

    private static State missing(Readiness.Gap gap, CaseFile file) {
        boolean review = Boolean.TRUE.equals(gap.rule().review());
        return review || isDisputed(gap, file) ? State.NEEDS_REVIEW : State.MISSING;
    }

    /** Whether two people wrote apart in what the line reads, on its item, above it or below it. */
    private static boolean isDisputed(Readiness.Gap gap, CaseFile file) {
        Set<String> fields = new HashSet<>(RuleFields.of(gap.rule()));
        return file.items().values().stream()
                .filter(item -> item.state() != Item.State.REMOVED)
                .filter(item -> gap.item().holds(item.id()) || item.id().holds(gap.item()))
                .flatMap(item -> item.answers().entrySet().stream())
                .anyMatch(answer -> fields.contains(answer.getKey().text())
                        && answer.getValue().isConflict());
    }

    private static State ruled(State found, Optional<Ruling> ruling) {
        if (found == State.PRESENT || ruling.isEmpty()) {
            return found;
        }
        return switch (ruling.get().word()) {
            case WAIVED -> State.WAIVED;
            case LOOKED -> found == State.NEEDS_REVIEW ? State.PRESENT : found;
            case TAKEN_BACK -> found;
        };
    }
}
