package org.umbral.phone.unlock;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import org.umbral.shared.Bug;

/** Offers four random words as a passphrase: at least 41 bits, easy to say and to keep. English and Spanish lists. */
public final class PassphraseOffer {
    public static final int WORDS = 4;
    /** Six to the fourth: what four dice throws would choose from. */
    static final int LEAST_LIST = 1296;

    private final List<String> words;
    private final SecureRandom random;

    public PassphraseOffer(Locale locale, SecureRandom random) {
        this.random = random;
        words = read(locale.getLanguage().equals("es") ? "es" : "en");
    }

    /** Four words with spaces between; the caller wipes the characters. */
    public char[] next() {
        StringBuilder offer = new StringBuilder();
        for (int i = 0; i < WORDS; i++) {
            offer.append(i == 0 ? "" : " ").append(words.get(random.nextInt(words.size())));
        }
        char[] chars = new char[offer.length()];
        offer.getChars(0, chars.length, chars, 0);
        for (int i = 0; i < chars.length; i++) {
            offer.setCharAt(i, '\0');
        }
        return chars;
    }

    List<String> words() {
        return words;
    }

    private static List<String> read(String language) {
        String name = "/org/umbral/phone/passphrase_" + language + ".txt";
        try (InputStream in = PassphraseOffer.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new Bug("the word lists are part of the app");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .map(String::strip)
                    .filter(word -> !word.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
