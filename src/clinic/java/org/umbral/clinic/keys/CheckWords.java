package org.umbral.clinic.keys;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.umbral.shared.Bug;
import org.umbral.shared.Sha256;
import org.umbral.shared.secret.SealingKey;

/**
 * Twelve words that stand for an identity: 7 bits each of the SHA-256 of its public half, so that a sheet can be compared
 * with the clinic's key without its secret. The 128 words are spelt alike in English and Spanish.
 */
final class CheckWords {
    static final int COUNT = 12;
    private static final int LIST = 128;
    private static final List<String> WORDS = load();

    private CheckWords() {}

    static List<String> of(SealingKey identity) {
        byte[] hash = Sha256.ofText("umbral recovery sheet|" + identity.text()).raw();
        return IntStream.range(0, COUNT)
                .mapToObj(i -> WORDS.get(hash[i] & LIST - 1))
                .toList();
    }

    static boolean same(String typed, String word) {
        return typed.strip().toLowerCase(Locale.ROOT).equals(word);
    }

    private static List<String> load() {
        try (InputStream in = CheckWords.class.getResourceAsStream("check-words.txt")) {
            if (in == null) {
                throw new Bug("the word list is in the jar");
            }
            List<String> words = new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .toList();
            if (words.size() != LIST) {
                throw new Bug("the word list has 128 words");
            }
            return words;
        } catch (IOException e) {
            throw new Bug("the jar can be read", e);
        }
    }
}
