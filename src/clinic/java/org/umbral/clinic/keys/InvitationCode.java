package org.umbral.clinic.keys;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import org.umbral.shared.secret.Passphrase;

/**
 * Sixteen characters of Crockford's alphabet in groups of four. The first group names the invitation and is stored; the
 * other sixty random bits are stored nowhere, not even as a hash: what they open takes Argon2id for each guess.
 */
record InvitationCode(String locator, String secret) {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LOCATOR = 4;
    private static final int LENGTH = 16;

    static InvitationCode next(SecureRandom random) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new InvitationCode(code.substring(0, LOCATOR), code.substring(LOCATOR));
    }

    /** As it is typed: in any case, with or without the hyphens, with letters that look like digits. */
    static Optional<InvitationCode> read(String typed) {
        String code = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replaceAll("[IL]", "1");
        boolean fits = code.length() == LENGTH && code.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
        return fits
                ? Optional.of(new InvitationCode(code.substring(0, LOCATOR), code.substring(LOCATOR)))
                : Optional.empty();
    }

    String text() {
        return (locator + secret).replaceAll("(.{4})(?=.)", "$1-");
    }

    Passphrase passphrase() {
        return Passphrase.of(secret.toCharArray());
    }

    @Override
    public String toString() {
        return "InvitationCode";
    }
}
