package org.umbral.clinic.duplicates;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A name as it is compared (domain notes §4.4): NFKD, capitals, no marks, particles left out, spellings folded.
 *
 * @param joined the same name with each two neighbours written as one: Jean Baptiste, Jeanbaptiste
 */
record Folded(List<String> words, List<Folded> joined) {
    /** A longer name is compared by its first words. */
    private static final int MOST_WORDS = 8;

    private static final Set<String> PARTICLES = Set.of(
            "DE", "DEL", "LA", "LAS", "LOS", "Y", "DA", "DO", "DOS", "DAS", "E", "AL", "EL", "UL", "BIN", "IBN", "BINT",
            "VAN", "VON", "DER", "DI", "DU", "LE");

    static Folded of(String name) {
        List<String> all = Arrays.stream(plain(name).split(" "))
                .filter(word -> !word.isEmpty())
                .toList();
        List<String> carrying =
                all.stream().filter(word -> !PARTICLES.contains(word)).toList();
        List<String> words = (carrying.isEmpty() ? all : carrying)
                .stream().limit(MOST_WORDS).map(Aliases.TABLE::fold).toList();
        return new Folded(words, joined(words));
    }

    /** Capital letters and digits of any script, and single spaces. */
    static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .toUpperCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("['’ʼ`´]", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    boolean isSingle() {
        return words.size() == 1;
    }

    private static List<Folded> joined(List<String> words) {
        List<Folded> all = new ArrayList<>();
        for (int i = 0; i + 1 < words.size(); i++) {
            List<String> shorter = new ArrayList<>(words);
            shorter.set(i, Aliases.TABLE.fold(words.get(i) + shorter.remove(i + 1)));
            all.add(new Folded(shorter, List.of()));
        }
        return all;
    }
}
