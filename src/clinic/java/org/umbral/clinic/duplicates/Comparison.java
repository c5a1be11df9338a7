package org.umbral.clinic.duplicates;

import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.umbral.clinic.duplicates.Suggestion.Level;
import org.umbral.clinic.duplicates.Suggestion.Reason;

/** Two people by the levels of domain notes §4.8, in their order. Reckons the dear part, the names, last. */
final class Comparison {
    private static final double PROBABLE_NAME = 0.92;
    private static final double PROBABLE_NAME_WITH_TELEPHONE = 0.80;
    private static final double POSSIBLE_NAME = 0.85;
    private static final int FACILITY_DAYS = 30;

    private final Subject a;
    private final Subject b;
    private final Set<Reason> reasons = EnumSet.noneOf(Reason.class);

    private Comparison(Subject a, Subject b) {
        this.a = a;
        this.b = b;
    }

    static Optional<Suggestion> of(Subject one, Subject other) {
        boolean inOrder = one.person().key().compareTo(other.person().key()) <= 0;
        Comparison comparison = inOrder ? new Comparison(one, other) : new Comparison(other, one);
        return comparison.level().map(comparison::suggestion);
    }

    private Suggestion suggestion(Level level) {
        return new Suggestion(a.person().key(), b.person().key(), level, reasons);
    }

    private Optional<Level> level() {
        return byNumber().or(this::byName);
    }

    private Optional<Level> byNumber() {
        note(Reason.DOCUMENT, meet(a.person().documents(), b.person().documents()));
        note(Reason.OTHER_NUMBER, meet(a.person().numbers(), b.person().numbers()));
        if (!reasons.isEmpty()) {
            note(Reason.A_NUMBER, meet(a.aNumbers(), b.aNumbers()));
            return Optional.of(Level.HARD);
        }
        if (!meet(a.aNumbers(), b.aNumbers())) {
            return Optional.empty();
        }
        reasons.add(Reason.A_NUMBER);
        boolean differ = Births.far(a.person().births(), b.person().births())
                || Collections.disjoint(a.person().citizenships(), b.person().citizenships()) && !oneIsUnknown();
        return Optional.of(differ ? Level.NUMBER_MISTYPED : Level.HARD);
    }

    /** A name alone says nothing, so what stands beside it is looked at first: it is cheaper. */
    private Optional<Level> byName() {
        boolean births = note(Reason.BIRTH, birthsAreClose());
        boolean telephone =
                note(Reason.TELEPHONE, meet(a.person().telephones(), b.person().telephones()));
        boolean around = note(Reason.FACILITY, wereHeldTogether())
                | note(
                        Reason.SPONSOR_TELEPHONE,
                        meet(a.person().sponsorTelephones(), b.person().sponsorTelephones()))
                | note(Reason.RELATIVE, haveRelativeOfOneName());
        if (reasons.isEmpty()) {
            return Optional.empty();
        }
        double likeness = NameLikeness.best(a.names(), b.names());
        reasons.add(Reason.NAME);
        boolean sameCountry =
                oneIsUnknown() || meet(a.person().citizenships(), b.person().citizenships());
        if (telephone && likeness >= PROBABLE_NAME_WITH_TELEPHONE
                || births && sameCountry && likeness >= PROBABLE_NAME) {
            return Optional.of(Level.PROBABLE);
        }
        return likeness >= POSSIBLE_NAME && (births || around) ? Optional.of(Level.POSSIBLE) : Optional.empty();
    }

    private boolean note(Reason reason, boolean holds) {
        if (holds) {
            reasons.add(reason);
        }
        return holds;
    }

    private boolean oneIsUnknown() {
        return a.person().citizenships().isEmpty() || b.person().citizenships().isEmpty();
    }

    private boolean birthsAreClose() {
        boolean ethiopic = Births.usesEthiopic(a.person().citizenships())
                || Births.usesEthiopic(b.person().citizenships());
        return Births.close(a.person().births(), b.person().births(), ethiopic);
    }

    private boolean haveRelativeOfOneName() {
        return NameLikeness.best(a.relatives(), b.relatives()) >= PROBABLE_NAME;
    }

    private boolean wereHeldTogether() {
        return a.person().stays().stream()
                .anyMatch(here -> b.person().stays().stream()
                        .anyMatch(there -> here.facility().equals(there.facility())
                                && Math.abs(ChronoUnit.DAYS.between(here.on(), there.on())) <= FACILITY_DAYS));
    }

    private static boolean meet(Set<?> some, Set<?> others) {
        return !Collections.disjoint(some, others);
    }
}
