package org.umbral.clinic.web;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.umbral.clinic.casework.Leaving.Purpose;
import org.umbral.shared.AskThePerson;

/**
 * A copy that somebody asks for.
 *
 * @param passphrase of the key file: 25 characters of Crockford's alphabet, 125 random bits, made by us and shown once
 */
record Copy(Purpose purpose, String passphrase) {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final Pattern OURS = Pattern.compile("[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){4}");
    private static final int LENGTH = 25;

    static String newPassphrase(SecureRandom random) {
        StringBuilder made = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            made.append(i > 0 && i % 5 == 0 ? "-" : "").append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return made.toString();
    }

    /** As the form sent it back: {@code AskThePerson("export-anew")} where it is not one that we made. */
    static Copy of(String purpose, String passphrase) throws AskThePerson {
        Optional<Purpose> known = Arrays.stream(Purpose.values())
                .filter(one -> one.name().equals(purpose))
                .findFirst();
        if (known.isEmpty() || !OURS.matcher(passphrase).matches()) {
            throw new AskThePerson("export-anew");
        }
        return new Copy(known.get(), passphrase);
    }

    /** Whether sealed envelopes and a key for them go with it: what is for others holds only what it shows. */
    boolean withEnvelopes() {
        return purpose == Purpose.CLINIC_FILE;
    }

    @Override
    public String toString() {
        return "Copy[" + purpose + "]";
    }
}
