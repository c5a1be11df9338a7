package org.umbral.shared.casefile;

import java.time.LocalDate;
import java.util.Optional;

/** Whether a person is under 18 on a day, as far as their birth date tells (PER-13); never judged from looks. */
public enum MinorStatus {
    ADULT,
    MINOR,
    /** The dates that it may be lie on both sides: protected as a minor. */
    POSSIBLY_MINOR;

    private static final int OF_AGE = 18;

    /** Empty where nothing is known of the birth date that could be reckoned with. */
    public static Optional<MinorStatus> of(PartialDate birth, LocalDate today) {
        LocalDate adultsBornBy = today.minusYears(OF_AGE);
        return birth.earliest()
                .flatMap(earliest -> birth.latest().map(latest -> {
                    if (!latest.isAfter(adultsBornBy)) {
                        return ADULT;
                    }
                    return earliest.isAfter(adultsBornBy) ? MINOR : POSSIBLY_MINOR;
                }));
    }

    /** True where the protections of a child hold. */
    public boolean isProtected() {
        return this != ADULT;
    }
}
