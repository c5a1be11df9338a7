package org.umbral.phone.screen.unlock;

import java.util.Optional;
import org.umbral.shared.secret.Passphrase;

/** Whether a typed passphrase will do; answers the key of the sentence that says why not. */
final class PassphraseRule {
    private PassphraseRule() {}

    static Optional<String> refusal(CharSequence typed, CharSequence again) {
        if (typed.length() == 0) {
            return Optional.of("passphrase.empty");
        }
        if (!isLongEnough(typed)) {
            boolean digits = typed.chars().allMatch(Character::isDigit);
            return Optional.of(digits ? "passphrase.short.digits" : "passphrase.short");
        }
        return CharSequence.compare(typed, again) == 0 ? Optional.empty() : Optional.of("passphrase.differs");
    }

    private static boolean isLongEnough(CharSequence typed) {
        try (Passphrase passphrase = Passphrase.of(chars(typed))) {
            return passphrase.isLongEnough();
        }
    }

    /** A copy that the receiver wipes. */
    static char[] chars(CharSequence typed) {
        char[] chars = new char[typed.length()];
        for (int i = 0; i < chars.length; i++) {
            chars[i] = typed.charAt(i);
        }
        return chars;
    }
}
