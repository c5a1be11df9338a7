package org.umbral.shared.doubt;

import java.util.Optional;
import org.umbral.shared.casefile.Value;

/** Numbers on papers other than the A-Number (domain notes §4.1, §4.7). They have no check digits. */
final class Numbers {
    private Numbers() {}

    /** Nine digits, a letter and a digit since May 2019, eleven digits before. */
    static boolean isI94(String bare) {
        return bare.matches("[0-9]{9}[A-Z][0-9]|[0-9]{11}");
    }

    static boolean isReceipt(String bare) {
        return bare.matches("[A-Z]{3}[0-9]{10}");
    }

    static Optional<Doubt> receipt(String typed) {
        return isReceipt(Typed.bare(typed)) ? Optional.empty() : Optional.of(Doubt.of("RECEIPT_NUMBER"));
    }

    static Optional<Doubt> i94(String typed) {
        return isI94(Typed.bare(typed)) ? Optional.empty() : Optional.of(Doubt.of("I94_NUMBER"));
    }

    static Optional<Doubt> document(String typed) {
        String bare = Typed.bare(typed);
        boolean likely = bare.matches("[\\p{L}0-9]{4,20}") && bare.chars().anyMatch(Character::isDigit);
        return likely ? Optional.empty() : Optional.of(Doubt.of("DOCUMENT_NUMBER"));
    }

    static Optional<Doubt> between(Value value, int least, int most) {
        return value.asNumber().flatMap(number -> {
            if (number < least) {
                return Optional.of(Doubt.of("TOO_SMALL", String.valueOf(least)));
            }
            return number > most ? Optional.of(Doubt.of("TOO_BIG", String.valueOf(most))) : Optional.empty();
        });
    }
}
