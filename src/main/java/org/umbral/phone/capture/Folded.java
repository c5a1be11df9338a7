package org.umbral.phone.capture;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Text as it is compared when somebody searches: without accents and case, one letter for those that keyboards mix up
 * (alef, ya and kaf of Arabic, Persian and Pashto, Cyrillic letters with marks), western digits.
 */
public final class Folded {
    private static final Map<Character, String> ALIKE = Map.ofEntries(
            Map.entry('\u0671', "\u0627"),
            Map.entry('\u0649', "\u064a"),
            Map.entry('\u06cc', "\u064a"),
            Map.entry('\u06d0', "\u064a"),
            Map.entry('\u06cd', "\u064a"),
            Map.entry('\u06a9', "\u0643"),
            Map.entry('\u06aa', "\u0643"),
            Map.entry('\u06ab', "\u06af"),
            Map.entry('\u0629', "\u0647"),
            Map.entry('\u06c0', "\u0647"),
            Map.entry('\u06c1', "\u0647"),
            Map.entry('\u06be', "\u0647"),
            Map.entry('\u06d5', "\u0647"),
            Map.entry('\u0491', "\u0433"),
            Map.entry('\u0131', "i"),
            Map.entry('\u0142', "l"),
            Map.entry('\u00f8', "o"),
            Map.entry('\u0111', "d"),
            Map.entry('\u00df', "ss"),
            Map.entry('\u00e6', "ae"));

    private Folded() {}

    /** The words of a text; what joins letters inside a word, such as an apostrophe or a dash, is dropped. */
    public static List<String> words(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        plain.codePoints().forEach(c -> fold(folded, c));
        return Arrays.stream(folded.toString().split(" "))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static void fold(StringBuilder folded, int c) {
        if (Character.isDigit(c)) {
            folded.append(Character.digit(c, 10));
        } else if (Character.isLetter(c) && c != '\u0640' && Character.getType(c) != Character.MODIFIER_LETTER) {
            String alike = c > Character.MAX_VALUE ? null : ALIKE.get((char) c);
            folded.append(alike == null ? Character.toString(c) : alike);
        } else if (Character.isWhitespace(c) || c == ',' || c == '/' || c == '.') {
            folded.append(' ');
        }
    }
}
